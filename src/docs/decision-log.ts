// The log of architecture decisions of a site: pages of a folder in; a page that lists them, and their part of the nav, out.
import type { SourceFiles } from '../lib/files.ts';
import { fileName, filesUnder, resolveInside } from '../lib/paths.ts';
import { type Place, compareText } from '../lib/problem.ts';
import { isIndexPage } from './addresses.ts';
import { type Decision, parseDecision } from './decisions.ts';
import { type DocFile } from './doc-files.ts';
import type { Mount, PlannedNav } from './plan.ts';
import type { DecisionFolder } from './types.ts';

/** The log of one folder. */
export interface DecisionLog {
  /** Prefix of the decisions inside the docs. */
  readonly prefix: string;
  /** The page that lists them: its path inside the docs, and its text. */
  readonly docPath: string;
  readonly text: string;
  readonly decisions: readonly { readonly docPath: string; readonly title: string }[];
}

const MAX_DECISIONS = 2_000;
const TITLE = 'Decision log';

/** Says where the files of a folder stand in the docs; a folder outside them gets a mount of its own. */
export function mountOf({ folder }: DecisionFolder, mounts: readonly Mount[]): Mount {
  for (const mount of mounts) {
    if (folder === mount.folder) return mount;
    const inside = mount.folder === '' ? folder : folder.startsWith(`${mount.folder}/`) ? folder.slice(mount.folder.length + 1) : null;
    if (inside !== null) return { prefix: `${mount.prefix}${inside}/`, folder };
  }
  const number = mounts.filter(({ prefix }) => /^decisions(?:-\d+)?\/$/.test(prefix)).length;
  return { prefix: number === 0 ? 'decisions/' : `decisions-${number + 1}/`, folder };
}

/** Builds the log of the decisions below a prefix; null when there are none. */
export function buildLog(prefix: string, pages: readonly DocFile[], files: SourceFiles): DecisionLog | null {
  const own = pages.filter(({ docPath }) => docPath.startsWith(prefix));
  const found = own.slice(0, MAX_DECISIONS).flatMap(({ docPath, file }) => {
    const read = files.readText(file);
    const decision = 'text' in read ? parseDecision(file, read.text) : null;
    return decision === null ? [] : [{ docPath, decision }];
  });
  if (found.length === 0) return null;
  const sorted = found.sort((a, b) => inOrder(a.decision, b.decision) || compareText(a.docPath, b.docPath));
  const hasIndex = own.some(({ docPath }) => isIndexPage(docPath) && fileName(docPath) === docPath.slice(prefix.length));
  return {
    prefix,
    docPath: `${prefix}${hasIndex ? 'decision-log' : 'index'}.md`,
    text: logText(sorted, prefix),
    decisions: sorted.map(({ docPath, decision }) => ({ docPath, title: navTitle(decision) })),
  };
}

/** Plans the part of the nav; decisions that the nav names already are not named again. */
export function logNav({ docPath, decisions }: DecisionLog, named: ReadonlySet<string>, place: Place): PlannedNav[] {
  const leaf = (title: string, page: string): PlannedNav => ({ title, page, href: null, asset: null, place, children: [] });
  const list = leaf(TITLE, docPath);
  if (decisions.some((one) => named.has(one.docPath))) return [list];
  const children = [leaf('All decisions', docPath), ...decisions.map((one) => leaf(one.title, one.docPath))];
  return [{ title: TITLE, page: null, href: null, asset: null, place, children }];
}

/** Says whether a folder of the source holds any file at all. */
export function hasFiles({ folder }: DecisionFolder, files: SourceFiles): boolean {
  return resolveInside('', folder) === folder && filesUnder(files.list(), folder).length > 0;
}

function inOrder(a: Decision, b: Decision): number {
  return (a.number ?? 0) - (b.number ?? 0) || compareText(a.date, b.date);
}

function navTitle({ number, title }: Decision): string {
  return number === null ? title : `${number}. ${title}`;
}

function logText(decisions: readonly { readonly docPath: string; readonly decision: Decision }[], prefix: string): string {
  const numbered = decisions.some(({ decision }) => decision.number !== null);
  const rows = decisions.map(({ docPath, decision: { number, title, status, date } }) => {
    const link = `[${escape(title)}](./${docPath.slice(prefix.length).split('/').map(encode).join('/')})`;
    return [...(numbered ? [number === null ? '' : String(number)] : []), link, escape(status), date];
  });
  const head = [...(numbered ? ['Number'] : []), 'Decision', 'Status', 'Date'];
  return [`# ${TITLE}`, '', ...[head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`), ''].join('\n');
}

/** Authors' words are no Markdown here. */
function escape(text: string): string {
  return text.replace(/[^\p{L}\p{M}\p{N}\s]/gu, (character) => ((character.codePointAt(0) ?? 0) < 128 ? `\\${character}` : character));
}

function encode(part: string): string {
  return encodeURIComponent(part.toWellFormed()).replace(/[()]/g, (character) => (character === '(' ? '%28' : '%29'));
}
