// What a person sees while sources are pulled: events in; the state in one line for a terminal, and lines now and then elsewhere, out.
import type { PullEvent } from '../src/sources/types.ts';

/** Where words go. */
export interface PullOutput {
  /** Says whether `note` can be seen: on a terminal. */
  readonly live: boolean;
  /** Replaces what is said of the running stage. */
  note(text: string): void;
  /** Says something that stays. */
  line(text: string): void;
}

export interface PullView {
  event(event: PullEvent): void;
  /** Says again how far it is, also when nothing has happened: what takes long is seen to. */
  refresh(): void;
  /** Says what took longest, if anything took long. */
  end(): void;
}

/** Milliseconds between two lines where nothing can be replaced, and what counts as long. */
const LINE_EVERY = 10_000;
const LONG = 2_000;
const SLOWEST = 3;

/** Makes the view of one pull; `now` is the clock in milliseconds. */
export function createPullView(out: PullOutput, now: () => number): PullView {
  const running = new Map<string, number>();
  const took = new Map<string, number>();
  let [total, done, bytes, failed] = [0, 0, 0, 0];
  let lastLine = now();

  function state(): string {
    const slow = slowest(new Map([...running].map(([id, since]) => [id, now() - since])));
    const parts = [`${done} of ${total}`, ...(bytes > 0 ? [megabytes(bytes)] : []), ...(failed > 0 ? [`${failed} failed`] : []), ...slow];
    return parts.join(', ');
  }

  return {
    event(event) {
      if (event.type === 'source-start') {
        total = event.total;
        running.set(event.id, now());
        return;
      }
      done++;
      took.set(event.id, now() - (running.get(event.id) ?? now()));
      running.delete(event.id);
      if (event.type === 'source-done') bytes += event.bytes;
      if (event.type === 'source-failed') {
        failed++;
        out.line(`${event.id}: ${event.reason}${event.stale ? '; its last good copy is used' : ''}`);
      }
      this.refresh();
    },
    refresh() {
      if (out.live) out.note(state());
      else if (now() - lastLine >= LINE_EVERY) {
        lastLine = now();
        out.line(`pull: ${state()}`);
      }
    },
    end() {
      const slow = slowest(took);
      if (slow.length > 0 && total > 1) out.line(`slowest: ${slow.join(', ')}`);
    },
  };
}

function slowest(times: ReadonlyMap<string, number>): string[] {
  return [...times]
    .filter(([, time]) => time >= LONG)
    .sort(([, a], [, b]) => b - a)
    .slice(0, SLOWEST)
    .map(([id, time]) => `${id} ${(time / 1000).toFixed(0)} s`);
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}
