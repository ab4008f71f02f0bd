// A radar in; everything that was ever decided about its entries out, by release, the newest first.
import { compareText } from '../lib/problem.ts';
import { takesOff } from '../radar/archive.ts';
import type { Decision, RadarEntry } from '../radar/types.ts';
import type { RadarUse } from './types.ts';

/** One decision that is worth telling. */
export interface RadarChange {
  readonly entry: RadarEntry;
  readonly decision: Decision;
  /** ISO date. */
  readonly date: string;
  /** For people: `moved in to Adopt`. */
  readonly words: string;
}

export interface RadarRelease {
  readonly date: string;
  readonly changes: readonly RadarChange[];
}

/** Collects the dated decisions that moved an entry or say why it stays. Those of one date are in the radar's order. */
export function radarChanges({ radar }: RadarUse): readonly RadarRelease[] {
  const changes = radar.entries.flatMap((entry) =>
    entry.history.flatMap((decision, index): RadarChange[] => {
      const { date } = decision;
      if (date === null || (decision.moved === 'none' && decision.text === '' && !takesOff(decision))) return [];
      return [{ entry, decision, date, words: wordsOf(decision, entry.history[index + 1]) }];
    }),
  );
  return [...Map.groupBy(changes, ({ date }) => date)].sort(([a], [b]) => compareText(b, a)).map(([date, all]) => ({ date, changes: all }));
}

/**
 * Returns the part of the entry's address that leads to a decision. Decisions are counted from the oldest, which later ones do not change;
 * the date is for people.
 */
export function markOf({ history }: RadarEntry, decision: Decision): string {
  return `${decision.date ?? 'undated'}-${history.length - history.indexOf(decision)}`;
}

function wordsOf(decision: Decision, before: Decision | undefined): string {
  if (takesOff(decision)) return 'off the radar';
  if (decision.ring === null) return `named ${decision.said || 'no ring'}`;
  if (decision.moved === 'none') return `stays in ${decision.said}`;
  if (decision.moved === 'new') return `new in ${decision.said}`;
  const from = before === undefined || before.ring === null ? '' : ` from ${before.said}`;
  return `moved ${decision.moved}${from} to ${decision.said}`;
}
