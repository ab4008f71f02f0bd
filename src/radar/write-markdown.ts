// A radar in; the files of a folder in our own format out: radar.yaml, and one Markdown file for each entry.
import { dump } from 'js-yaml';
import { newestRelease } from './dates.ts';
import { movementBetween, movementInRelease, stepsOf } from './movement.ts';
import type { Decision, Movement, Quadrant, Radar, RadarEntry, Ring } from './types.ts';

/** Writes a radar as files by their names. Reading them gives the same radar. */
export function toMarkdownFiles(radar: Radar): ReadonlyMap<string, string> {
  const dates = radar.entries.flatMap((entry) => entry.history.flatMap(({ date }) => date ?? []));
  const settings = {
    title: radar.title,
    // Said only where it does not follow from the decisions.
    ...(radar.date !== newestRelease(dates) && { date: radar.date }),
    quadrants: radar.quadrants.map(nameOf),
    rings: radar.rings.map(nameOf),
  };
  return new Map([['radar.yaml', toYaml(settings)], ...radar.entries.map((entry) => [`${entry.id}.md`, entryFile(entry, radar)] as const)]);
}

function nameOf({ id, name, description, color }: Quadrant | Ring): object {
  return { id, name, ...(description !== '' && { description }), ...(color !== null && { color }) };
}

function entryFile(entry: RadarEntry, radar: Radar): string {
  const { title, quadrant, tags, owner, related, links, description } = entry;
  const front = {
    title,
    quadrant,
    ...(tags.length > 0 && { tags }),
    ...(owner !== null && { owner }),
    ...(related.length > 0 && { related }),
    ...(links.length > 0 && { links: links.map((link) => ({ title: link.title, url: link.url })) }),
    ...usageOf(entry),
    ...(!entry.active && entry.left === null && { active: false }),
    ...decisionsOf(entry, radar),
  };
  return `---\n${toYaml(front)}---\n${description === '' ? '' : `\n${description}\n`}`;
}

function usageOf({ usage }: RadarEntry): object {
  if (usage === undefined) return {};
  const match = usage.match?.map(({ on, key, value }) => ({ [on]: key, ...(value !== null && { value }) }));
  return { ...(usage.packages.length > 0 && { packages: usage.packages.map(({ text }) => text) }), ...(match !== undefined && { match }) };
}

/** Writes the history, or the ring alone where nothing else is known of the only decision. */
function decisionsOf(entry: RadarEntry, radar: Radar): object {
  const moves = movesOf(entry, radar);
  const [only, ...others] = entry.history;
  if (only === undefined) return {};
  if (others.length === 0 && only.date === null && only.text === '') return { ring: ringOf(only), ...moves[0] };
  return {
    history: entry.history.map((decision, index) => {
      const { date, text } = decision;
      return { ...(date !== null && { date }), ring: ringOf(decision), ...(text !== '' && { text }), ...moves[index] };
    }),
  };
}

function ringOf({ ring, said }: Decision): string {
  return ring ?? said;
}

/** Returns for each decision its movement, where reading the dates would give another one. */
function movesOf(entry: RadarEntry, radar: Radar): readonly { readonly moved?: Movement }[] {
  const asRead = movementInRelease(stepsOf(entry.history, radar.rings), radar.date);
  const current = entry.left === null ? entry.history.find(({ ring }) => ring !== null) : undefined;
  return entry.history.map((decision, index) => {
    const [now, before] = stepsOf(entry.history.slice(index), radar.rings);
    if (decision.ring === null || now === undefined) return {};
    const differs = movementBetween(before, now) !== decision.moved;
    // What is said of the current decision is the entry's own movement, too.
    if (decision === current) return asRead !== entry.moved || differs ? { moved: decision.moved } : {};
    return differs ? { moved: decision.moved } : {};
  });
}

function toYaml(data: object): string {
  return dump(data, { lineWidth: 120 });
}
