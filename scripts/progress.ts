// Shows how far long work is, and measures it: a spinner on a terminal, plain lines elsewhere; always on stderr.
import ora from 'ora';

/** Seconds and peak memory of one stage. */
export interface StageStats {
  readonly stage: string;
  /** Seconds from the start of the process to that of the stage. */
  readonly began: number;
  readonly seconds: number;
  /** Largest resident memory of the process until the end of the stage, in MB. */
  readonly peakMemory: number;
}

export interface Progress {
  /** Ends the stage before and begins one. */
  stage(name: string): void;
  /** Says whether notes can be seen: on a terminal. */
  readonly live: boolean;
  /** Says more about the running stage. */
  note(text: string): void;
  /** Says something that stays, above the running stage. */
  line(text: string): void;
  /** Ends the last stage and returns all. */
  finish(): readonly StageStats[];
  /** Ends the running stage as failed. */
  fail(): void;
}

/** Starts to show progress. */
export function startProgress(): Progress {
  const spinner = ora({ stream: process.stderr, discardStdin: false });
  const done: StageStats[] = [];
  let current: { name: string; since: number } | null = null;
  const end = () => {
    if (current === null) return;
    const seconds = (performance.now() - current.since) / 1000;
    done.push({ stage: current.name, began: current.since / 1000, seconds, peakMemory: process.resourceUsage().maxRSS / 1024 });
    spinner.stopAndPersist({ symbol: ' ', text: `${current.name.padEnd(8)} ${seconds.toFixed(1).padStart(6)} s` });
    current = null;
  };
  return {
    live: spinner.isEnabled,
    line(text) {
      if (current === null || !spinner.isEnabled) console.error(`  ${text}`);
      else {
        const running = spinner.text;
        spinner.stopAndPersist({ symbol: ' ', text });
        spinner.start(running);
      }
    },
    stage(name) {
      end();
      current = { name, since: performance.now() };
      if (spinner.isEnabled) spinner.start(name);
    },
    note(text) {
      if (current !== null && spinner.isEnabled) spinner.text = `${current.name}  ${text}`;
    },
    finish() {
      end();
      return done;
    },
    fail() {
      if (current !== null) spinner.stopAndPersist({ symbol: ' ', text: `${current.name} failed` });
      current = null;
    },
  };
}
