// Memory of a process and of all that it starts, as Linux tells it: a process id in, megabytes out.
import { readFileSync, readdirSync } from 'node:fs';

/** Watches how much memory a process and its descendants use together. */
export interface MemoryWatch {
  /** Ends the watch and returns the peak in MB; null where the system does not tell. */
  stop(): number | null;
}

/** Looks so often, in milliseconds. */
const INTERVAL = 100;

/**
 * Starts to watch. The peak is the largest sum of what all of them had in memory at one moment, and at least the largest that one of
 * them ever had, which the system keeps count of between two looks.
 */
export function watchMemory(pid: number): MemoryWatch {
  let peak = 0;
  const look = () => {
    let sum = 0;
    for (const one of descendants(pid)) {
      const { now, highest } = readMemory(one);
      sum += now;
      peak = Math.max(peak, highest);
    }
    peak = Math.max(peak, sum);
  };
  look();
  const timer = setInterval(look, INTERVAL);
  return {
    stop() {
      clearInterval(timer);
      return peak > 0 ? peak : null;
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

/** A process may end between two lines, and other systems have no /proc. */
function attempt<T>(read: () => T): T | null {
  try {
    return read();
  } catch {
    return null;
  }
}
