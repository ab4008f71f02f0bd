// What a process and all that it starts use, as Linux tells it: a process id in, memory and processor time out.
import { readFileSync, readdirSync } from 'node:fs';

/** What a process and its descendants used together. */
export interface Usage {
  /** Largest memory at one moment, in MB. */
  readonly memory: number;
  /** Processor time of all cores, in seconds: on a busy machine it says more than the clock. */
  readonly processor: number;
}

/** What they used at one moment. */
export interface Moment {
  /** Seconds since the watch began. */
  readonly at: number;
  /** What all of them had in memory, in MB. */
  readonly memory: number;
  /** Processor time so far, in seconds. */
  readonly processor: number;
}

/** Watches what a process and its descendants use. */
export interface Watch {
  /** All moments so far at which something was to be seen. */
  readonly moments: readonly Moment[];
  /** Ends the watch; null where the system does not tell. */
  stop(): Usage | null;
}

/** Looks so often, in milliseconds. */
const INTERVAL = 25;

/**
 * Starts to watch. The peak is the largest sum of what all of them had in memory at one moment, and at least the largest that one of
 * them ever had, which the system keeps count of between two looks.
 */
export function watchProcess(pid: number): Watch {
  const since = performance.now();
  const moments: Moment[] = [];
  let memory = 0;
  let processor = 0;
  const look = () => {
    let sum = 0;
    let seconds = 0;
    for (const one of descendants(pid)) {
      const { now, highest } = readMemory(one);
      sum += now;
      seconds += readProcessor(one);
      memory = Math.max(memory, highest);
    }
    memory = Math.max(memory, sum);
    processor = Math.max(processor, seconds);
    if (sum > 0) moments.push({ at: (performance.now() - since) / 1000, memory: sum, processor });
  };
  look();
  const timer = setInterval(look, INTERVAL);
  return {
    moments,
    stop() {
      clearInterval(timer);
      return memory > 0 ? { memory, processor } : null;
    },
  };
}

/** Returns a process and all processes below it. */
function descendants(pid: number): number[] {
  const threads = attempt(() => readdirSync(`/proc/${pid}/task`)) ?? [];
  const children = threads.flatMap((thread) =>
    (attempt(() => readFileSync(`/proc/${pid}/task/${thread}/children`, 'utf8')) ?? '').split(' '),
  );
  return [pid, ...children.filter((child) => child.trim() !== '').flatMap((child) => descendants(Number(child)))];
}

function readMemory(pid: number): { now: number; highest: number } {
  const status = attempt(() => readFileSync(`/proc/${pid}/status`, 'utf8')) ?? '';
  const field = (name: string) => Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(status)?.[1] ?? 0) / 1024;
  return { now: field('VmRSS'), highest: field('VmHWM') };
}

/** Linux counts in hundredths of a second, whatever the kernel does. */
const TICKS = 100;

/** Processor time of a process, and of those of its children that have ended. */
function readProcessor(pid: number): number {
  const stat = attempt(() => readFileSync(`/proc/${pid}/stat`, 'utf8')) ?? '';
  // The name of the program stands in brackets and may hold spaces; times are the 14th to 17th field.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return fields.slice(11, 15).reduce((sum, ticks) => sum + Number(ticks) / TICKS, 0);
}

/** A process may end between two lines, and other systems have no /proc. */
function attempt<T>(read: () => T): T | null {
  try {
    return read();
  } catch {
    return null;
  }
}
