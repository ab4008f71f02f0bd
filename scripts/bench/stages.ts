// What a build says of its stages and what was seen of its processes in; seconds, processor time and memory of each stage out.
import type { Moment } from './process-tree-fs.ts';

/** What a build says of a stage. */
export interface SaidStage {
  readonly stage: string;
  /** Seconds from the start of the process to that of the stage. */
  readonly began: number;
  readonly seconds: number;
}

/** What a stage took. Stages that run beside each other share what was used meanwhile. */
export interface StageFigures {
  readonly stage: string;
  readonly seconds: number;
  /** Seconds of all cores, of all processes and threads; null where the system does not tell. */
  readonly processor: number | null;
  /** Largest memory of all processes together during the stage, in MB; null where the system does not tell. */
  readonly memory: number | null;
}

/** Gives each stage its part, with what comes before the first one and after the last one as `start` and `end`. */
export function stageFigures(said: readonly SaidStage[], wall: number, moments: readonly Moment[]): StageFigures[] {
  const first = Math.min(wall, ...said.map(({ began }) => began));
  const last = Math.max(first, ...said.map(({ began, seconds }) => began + seconds));
  const all = [{ stage: 'start', began: 0, seconds: first }, ...said, { stage: 'end', began: last, seconds: Math.max(0, wall - last) }];
  return all.map(({ stage, began, seconds }) => {
    if (moments.length === 0) return { stage, seconds, processor: null, memory: null };
    const end = began + seconds;
    const inside = moments.filter(({ at }) => at >= began && at <= end).map(({ memory }) => memory);
    // A stage may be over before anybody looks.
    const memory = Math.max(...inside, at(moments, began, 'memory'), at(moments, end, 'memory'));
    return { stage, seconds, memory, processor: at(moments, end, 'processor') - at(moments, began, 'processor') };
  });
}

/** Returns a figure at a moment, as it lies on the line between the two looks around it. */
function at(moments: readonly Moment[], time: number, figure: 'memory' | 'processor'): number {
  const after = moments.find((moment) => moment.at >= time) ?? moments.at(-1);
  const before = moments.findLast((moment) => moment.at <= time) ?? { at: 0, memory: 0, processor: 0 };
  if (after === undefined || after.at <= before.at) return before[figure];
  const share = (Math.min(time, after.at) - before.at) / (after.at - before.at);
  return before[figure] + (after[figure] - before[figure]) * share;
}
