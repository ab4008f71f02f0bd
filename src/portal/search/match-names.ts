// Finds entities by what they are called: prepared names and a question in, rows with how well they answer out, best first.
import { compareText } from '../../lib/problem.ts';
import { GRADES, gradeWords } from './match-words.ts';
import { type NameList, kindOf } from './name-list.ts';
import { FIRST_FIELDS } from './shape.ts';
import { TIERS } from './tiers.ts';
import { askedWords, fold, isOneEdit, squeeze } from './words.ts';

export interface NameHit {
  readonly row: number;
  readonly tier: number;
}

/** Words of one question that are looked at, and letters that a name needs for one of them to be wrong. */
const MOST_WORDS = 8;
const LETTERS_FOR_EDIT = 5;

/** Where the kind stands among the fields. */
const KIND = FIRST_FIELDS.indexOf('kind');

interface Graded extends NameHit {
  /** How many words are there as asked, whether one of them is the kind, and how many are in one field: more is better among rows of one tier. */
  readonly whole: number;
  readonly ofKind: number;
  readonly together: number;
}

type Grade = Omit<Graded, 'row'>;

/** Finds all rows that answer a question. */
export function matchNames(list: NameList, question: string): NameHit[] {
  const folded = fold(question);
  if (folded === '') return [];
  const asked = { folded, squeezed: squeeze(folded), ref: parseRef(folded), words: askedWords(question).slice(0, MOST_WORDS) };
  const grade = wordGrader(list, asked.words);
  const hits: Graded[] = [];
  for (let row = 0; row < list.rows.count; row++) {
    const tier = nameTier(list, row, asked);
    const graded = tier !== null && tier <= TIERS.prefix ? onlyTier(tier) : best(tier, grade(row));
    if (graded !== null) hits.push({ row, ...graded });
  }
  // Slips of single words are only looked at when nothing is called as asked: most words are one letter from some other.
  const good = hits.some(({ tier }) => tier < TIERS.editWords);
  return hits.filter(({ tier }) => !good || tier !== TIERS.editWords).sort((a, b) => compareHits(list, a, b));
}

/** Orders by tier; then what is in use before what is not, more used before less, shorter before longer. */
function compareHits(list: NameList, a: Graded, b: Graded): number {
  const weight = ({ row }: NameHit) => list.data.weights[row] ?? 0;
  const name = ({ row }: NameHit) => list.titles[row] ?? '';
  return (
    a.tier - b.tier ||
    Number(list.deprecated.has(a.row)) - Number(list.deprecated.has(b.row)) ||
    b.whole - a.whole ||
    b.ofKind - a.ofKind ||
    b.together - a.together ||
    weight(b) - weight(a) ||
    name(a).length - name(b).length ||
    compareText(name(a), name(b)) ||
    a.row - b.row
  );
}

interface Asked {
  readonly folded: string;
  readonly squeezed: string;
  readonly ref: Ref | null;
}

/** Grades a row by its whole names; null when none fits. */
function nameTier(list: NameList, row: number, { folded, squeezed, ref }: Asked): number | null {
  const name = list.names[row] ?? '';
  const title = list.titles[row] ?? '';
  if (ref !== null && name.startsWith(ref.name) && fitsRef(list, row, ref)) return name === ref.name ? TIERS.ref : TIERS.prefix;
  if (name === folded) return TIERS.name;
  const aliases = list.aliases.get(row) ?? [];
  if (title === folded || aliases.includes(folded)) return TIERS.title;
  const plain = list.squeezed[row] ?? [];
  if (squeezed !== '' && plain.includes(squeezed)) return TIERS.title;
  if (name.startsWith(folded) || title.startsWith(folded) || aliases.some((alias) => alias.startsWith(folded))) return TIERS.prefix;
  if (squeezed.length > 2 && plain.some((one) => one.startsWith(squeezed))) return TIERS.prefix;
  if (squeezed.length >= LETTERS_FOR_EDIT && plain.some((one) => isOneEdit(one, squeezed))) return TIERS.edit;
  return null;
}

interface Ref {
  readonly kind: string | null;
  readonly namespace: string | null;
  readonly name: string;
}

/** Reads `kind:namespace/name` where at least one part stands before the name; null for anything else. */
function parseRef(folded: string): Ref | null {
  const [, kind, namespace, name = ''] = /^(?:([a-z][\w.-]*):)?(?:([\w.-]+)\/)?([\w.-]+)$/.exec(folded) ?? [];
  if (name === '' || (kind === undefined && namespace === undefined)) return null;
  return { kind: kind ?? null, namespace: namespace ?? null, name };
}

function fitsRef({ rows }: NameList, row: number, { kind, namespace }: Ref): boolean {
  if (kind !== null && kind !== kindOf(rows, row)) return false;
  const ref = rows.ref(row);
  return namespace === null || ref.slice(ref.indexOf(':') + 1).startsWith(`${namespace}/`);
}

/** Makes the function that grades a row by single words; the vocabulary is looked through once for each word. */
function wordGrader({ vocabulary, words, fields }: NameList, asked: readonly string[]) {
  const grades = asked.map((word) => gradeWords(vocabulary, word));
  const bestOf = (grade: Uint8Array, positions: readonly number[]) => {
    let most = 0;
    for (const position of positions) most = Math.max(most, grade[position] ?? 0);
    return most;
  };
  const inFields = grades.map((grade) => fields.map(({ sets }) => sets.map((set) => exactEnough(bestOf(grade, set)))));
  return (row: number): Grade | null => {
    if (grades.length === 0) return null;
    let whole = 0;
    let tier: number = TIERS.words;
    for (const [index, grade] of grades.entries()) {
      const own = bestOf(grade, words[row] ?? []);
      let found = own;
      if (own < GRADES.whole)
        for (const [field, { of }] of fields.entries()) found = Math.max(found, inFields[index]?.[field]?.[of[row] ?? 0] ?? 0);
      if (found === GRADES.none) return null;
      if (found === GRADES.whole) whole++;
      tier = Math.max(tier, found > own && own < GRADES.prefix ? TIERS.fields : (TIER_OF[found] ?? TIERS.editWords));
    }
    // "Payments crew" is rather the owner than a name with one of the words and an owner with the other.
    const inField = (field: number, set: number) => inFields.filter((grade) => grade[field]?.[set] === GRADES.whole).length;
    const byFields = tier === TIERS.fields;
    const together = byFields ? Math.max(...fields.map(({ of }, field) => inField(field, of[row] ?? 0))) : 0;
    // "Rest api" is rather an API with that tag than a component with that tag and a name with "api".
    const ofKind = byFields ? Math.min(1, inField(KIND, fields[KIND]?.of[row] ?? 0)) : 0;
    return { tier, whole, ofKind, together };
  };
}

/** Parts of words and slips count in names alone: of a tag or an owner, a word or its beginning is asked for. */
function exactEnough(grade: number): number {
  return grade < GRADES.prefix ? GRADES.none : grade;
}

const TIER_OF: Readonly<Record<number, number>> = {
  [GRADES.whole]: TIERS.words,
  [GRADES.prefix]: TIERS.words,
  [GRADES.inside]: TIERS.inside,
  [GRADES.edit]: TIERS.editWords,
};

function best(tier: number | null, graded: Grade | null): Grade | null {
  return tier === null || (graded !== null && graded.tier <= tier) ? graded : onlyTier(tier);
}

function onlyTier(tier: number): Grade {
  return { tier, whole: 0, ofKind: 0, together: 0 };
}
