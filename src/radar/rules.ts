// The rules of the radar room: what can be wrong with radar files, as rows for the problems page and for `validate --explain`.
import { type Finding, type Rules, reporter } from '../lib/problem.ts';

/** Lists every rule of this room. Names are permanent. */
export const radarRules = {
  'radar/not-found': {
    severity: 'error',
    meaning: 'The configured radar is neither a file nor a folder with files.',
    why: 'Without its files the portal has no radar at all.',
    wrong: 'radar: rader',
    right: 'radar: radar',
  },
  'radar/unreadable-file': {
    severity: 'error',
    meaning: 'A radar file is too large or is no text.',
    why: 'What cannot be read is missing from the radar.',
  },
  'radar/unknown-format': {
    severity: 'error',
    meaning: 'The radar is in no format that is known, or a folder holds several radars.',
    why: 'Without its format the radar cannot be read.',
    wrong: 'title\nMy radar\n===\nname,quadrant,ring',
    right: 'name,ring,quadrant,isNew,description\nKotlin,Adopt,languages & frameworks,FALSE,Default for new services',
  },
  'radar/bad-syntax': {
    severity: 'error',
    meaning: 'A YAML, JSON or CSV file of the radar cannot be parsed.',
    why: 'Nothing in the file can be shown until it is mended.',
    wrong: '{ "entries": [ }',
    right: '{ "entries": [] }',
  },
  'radar/bad-front-matter': {
    severity: 'error',
    meaning: 'The front matter of an entry is missing, not closed, or no YAML mapping.',
    why: 'Quadrant and ring are said there: without them the entry has no place on the radar.',
    wrong: '---\ntitle: "Kotlin\n---',
    right: '---\ntitle: Kotlin\n---',
  },
  'radar/unknown-field': {
    severity: 'warning',
    meaning: 'A field of radar.yaml or of an entry is not known.',
    why: 'It is most likely misspelt, and what it says is not shown.',
    wrong: 'quadrent: tools',
    right: 'quadrant: tools',
  },
  'radar/invalid-field': {
    severity: 'warning',
    meaning: 'A field holds a value of the wrong type.',
    why: 'The value is left out.',
    wrong: 'tags: { jvm: true }',
    right: 'tags: [jvm]',
  },
  'radar/unknown-quadrant': {
    severity: 'error',
    meaning: 'An entry names no quadrant of the radar.',
    why: 'The entry has no place on the radar and is left out.',
    wrong: 'quadrant: platform',
    right: 'quadrant: platforms',
  },
  'radar/unknown-ring': {
    severity: 'error',
    meaning: 'A decision names no ring of the radar.',
    why: 'The decision stands in the history but moves nothing; an entry without any other is shown in lists only.',
    wrong: 'ring: adopted',
    right: 'ring: adopt',
  },
  'radar/archived': {
    severity: 'info',
    meaning: 'The newest decision about an entry puts it into the archive, and the radar has no ring of that name.',
    why: 'The entry keeps its page and its place in the lists; the picture shows what is still on the radar.',
    wrong: 'history:\n  - { date: 2026-03, ring: archive }',
    right: 'history:\n  - { date: 2026-03, ring: hold }',
  },
  'radar/unknown-related': {
    severity: 'warning',
    meaning: 'An entry names another one beside it that is not on the radar.',
    why: 'The link to it is left out.',
    wrong: 'related: [kotlim]',
    right: 'related: [kotlin]',
  },
  'radar/taken-address': {
    severity: 'warning',
    meaning: 'An entry would have the address of another page: of a further radar, or of the radar’s own pages.',
    why: 'The entry is shown under a changed address, so links to the one it should have lead elsewhere.',
    wrong: 'radar/changes.md',
    right: 'radar/change-sets.md',
  },
  'radar/ring-mismatch': {
    severity: 'warning',
    meaning: 'The ring of an entry is not the ring of the newest decision in its history.',
    why: 'One of the two was forgotten; the history counts.',
    wrong: 'ring: trial\nhistory:\n  - { date: 2026-03, ring: adopt }',
    right: 'history:\n  - { date: 2026-03, ring: adopt }',
  },
  'radar/duplicate-id': {
    severity: 'warning',
    meaning: 'Two entries, quadrants or rings have the same id.',
    why: 'An id is an address. A second entry is shown under a changed one, a second quadrant or ring is left out.',
    wrong: '"entries": [{ "id": "kotlin" }, { "id": "kotlin" }]',
    right: '"entries": [{ "id": "kotlin" }, { "id": "kotlin-native" }]',
  },
  'radar/missing-title': {
    severity: 'warning',
    meaning: 'An entry has no title.',
    why: 'Its id is shown instead; an entry without an id as well is left out.',
    wrong: '---\nquadrant: tools\n---',
    right: '---\ntitle: Renovate\nquadrant: tools\n---',
  },
  'radar/bad-date': {
    severity: 'error',
    meaning: 'A date is not a day or a month.',
    why: 'The decision cannot be put in order and counts as the oldest of its entry.',
    wrong: 'date: March 2026',
    right: 'date: 2026-03',
  },
  'radar/no-history': {
    severity: 'warning',
    meaning: 'An entry has neither a ring nor a history.',
    why: 'Its ring is not known, so it is shown in lists but not in the picture.',
    wrong: '"timeline": []',
    right: '"timeline": [{ "date": "2026-03-01", "ringId": "adopt" }]',
  },
  'radar/timeline-order': {
    severity: 'warning',
    meaning: 'The first item of a timeline is not its newest.',
    why: 'Backstage takes the first item for the current state, whatever its date.',
    wrong: '"timeline": [{ "date": "2025-03-01", "ringId": "trial" }, { "date": "2026-03-01", "ringId": "adopt" }]',
    right: '"timeline": [{ "date": "2026-03-01", "ringId": "adopt" }, { "date": "2025-03-01", "ringId": "trial" }]',
  },
  'radar/too-few-quadrants': {
    severity: 'warning',
    meaning: 'The radar has fewer than three quadrants.',
    why: 'It is drawn, but it no longer looks like a radar.',
  },
  'radar/too-many-quadrants': {
    severity: 'error',
    meaning: 'The radar has more than eight quadrants.',
    why: 'More sectors leave no room for entries: those after the eighth are left out with their entries.',
  },
  'radar/too-few-rings': {
    severity: 'warning',
    meaning: 'The radar has fewer than two rings.',
    why: 'With one ring there is nothing to move in or out of.',
  },
  'radar/too-many-rings': {
    severity: 'error',
    meaning: 'The radar has more than six rings.',
    why: 'More rings leave no room for entries: decisions for those after the sixth are left out.',
  },
  'radar/too-many-entries': {
    severity: 'error',
    meaning: 'The radar has more entries than are read.',
    why: 'Every entry becomes a page and a blip; those above the limit are left out.',
  },
  'radar/list-too-long': {
    severity: 'warning',
    meaning: 'A list of an entry is longer than is read.',
    why: 'What is above the limit is left out.',
  },
  'radar/bad-link': {
    severity: 'warning',
    meaning: 'A link has no address, or one that is not safe to open.',
    why: 'The link is left out.',
    wrong: 'links:\n  - url: javascript:alert(1)',
    right: 'links:\n  - url: https://kotlinlang.org',
  },
  'radar/empty-description': {
    severity: 'info',
    meaning: 'An entry says nothing about itself.',
    why: 'Readers see the ring but not the reason.',
    wrong: '---\ntitle: Kotlin\n---',
    right: '---\ntitle: Kotlin\n---\nThe default for new services on the JVM.',
  },
} as const satisfies Rules;

/** Name of a rule of this room. */
export type RadarRule = keyof typeof radarRules;

/** Takes note of a finding; handed down to every reader. */
export type Report = (rule: RadarRule, finding: Finding) => void;

/** Makes a problem of this room. */
export const radarProblem = reporter(radarRules);
