// How a use is known, for people: a use in; words, version and the place with its link out.
import { packageWords } from '../../packages/purl.ts';
import { PACKAGE_TYPES } from '../../packages/types.ts';
import { problemView } from '../problem-view.ts';
import type { Portal } from '../types.ts';
import type { Evidence, Use } from './types.ts';

/** One thing that shows a use. */
export interface EvidenceView {
  /** `pg`, `tag kafka`. */
  readonly text: string;
  /** As declared; empty where none is. */
  readonly version: string;
  readonly dev: boolean;
  /** File, with its line for a package. */
  readonly place: string;
  /** Where the file is shown on its host; null where that is not known. */
  readonly href: string | null;
}

/** Makes the view of what shows a use most clearly. */
export function evidenceView(portal: Portal, { evidence }: Use): EvidenceView | null {
  const [first] = evidence;
  return first === undefined ? null : toView(portal, first);
}

function toView(portal: Portal, one: Evidence): EvidenceView {
  const { path, line } = one.place;
  const { href } = problemView(portal, { rule: '', severity: 'info', message: '', place: one.place });
  const place = one.by === 'package' && line !== undefined ? `${path}:${line}` : path;
  return { text: words(one), version: one.version, dev: one.dev, place, href };
}

function words({ by, text, purl }: Evidence): string {
  if (by !== 'package') return `${by} ${text}`;
  const type = PACKAGE_TYPES.find((one) => purl?.startsWith(`pkg:${one}/`) === true);
  return type === undefined ? text : packageWords(type, text);
}
