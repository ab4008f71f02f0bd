// Diagrams drawn by the servers of the configuration: the configuration in; a function that draws, from the cache where it can, out.
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import pLimit from 'p-limit';
import type { Config, DiagramServer } from '../../config/types.ts';
import type { Diagram, DrawDiagrams, Drawing } from '../../lib/diagrams.ts';
import type { Problem } from '../../lib/problem.ts';
import { cacheFolder } from '../copies-fs.ts';
import { reportSource } from '../rules.ts';
import type { Environment } from '../types.ts';
import { type Answer, DRAW_LIMITS, type DrawLimits, askForDrawing } from './ask.ts';
import { type DrawingCache, type KeptDrawing, openDrawings } from './cache-fs.ts';
import { SERVER_KINDS } from './servers.ts';

export interface DrawOptions {
  /** Folder of the cache; defaults to `CALLBOARD_CACHE`, else `.callboard` in the current folder. */
  readonly cache?: string | undefined;
  /** Defaults to the environment of the process. */
  readonly env?: Environment | undefined;
  /** No network: only what was drawn before. Defaults to false. */
  readonly offline?: boolean | undefined;
  readonly limits?: Partial<DrawLimits> | undefined;
  /** Defaults to the clock. */
  readonly now?: (() => Date) | undefined;
  /** Waits before a server is asked again, unless that ends before; defaults to a timer. */
  readonly wait?: ((seconds: number, end: AbortSignal) => Promise<void>) | undefined;
}

/** So many failures one after the other, and a server is not asked any more. */
const MAX_FAILURES = 3;

/** What is known of a server in one run. */
interface ServerState {
  readonly server: DiagramServer;
  failures: number;
  /** Why it is not asked any more; null while it is. */
  down: string | null;
  /** Diagrams that nobody drew because of it. */
  undrawn: number;
}

/**
 * Makes the function that draws. What was drawn before is not asked for again; what was not valid is, unless there is no network. A server
 * that fails is reported once, and costs only the diagrams that no earlier build had drawn.
 */
export function createDrawer({ docs }: Pick<Config, 'docs'>, options: DrawOptions = {}): DrawDiagrams {
  const limits = { ...DRAW_LIMITS, ...options.limits };
  const wait = options.wait ?? ((seconds: number, signal: AbortSignal) => setTimeout(seconds * 1000, undefined, { signal }));
  const now = options.now ?? (() => new Date());
  const kept = openDrawings(join(cacheFolder(options.cache, options.env ?? process.env), 'diagrams'), now);

  return async (diagrams) => {
    const states = docs.servers.map((server): ServerState => ({ server, failures: 0, down: null, undrawn: 0 }));
    const inTurn = pLimit(limits.atOnce);
    const asking = { limits, wait, deadline: AbortSignal.timeout(limits.allSeconds * 1000) };
    const drawings = new Map<string, Drawing>();
    let missing = 0;
    const draw = async (diagram: Diagram): Promise<Drawing> => {
      const state = states.find(({ server }) => SERVER_KINDS[server.kind].draws(diagram.language));
      if (state === undefined) return { undrawn: 'no-server' };
      const before = kept.find(diagram.key);
      if (before !== null && ('svg' in before || options.offline === true)) return before;
      if (options.offline === true) {
        missing++;
        return { undrawn: 'not-asked' };
      }
      const answer = state.down === null ? await askForDrawing(state.server, diagram, asking) : null;
      return settle(diagram, answer, before, state, kept);
    };
    await Promise.all(diagrams.map((diagram) => inTurn(async () => void drawings.set(diagram.key, await draw(diagram)))));
    kept.tidy();
    return { drawings, problems: [...states.flatMap(problemOf), ...missingProblem(missing, docs.servers)] };
  };
}

function settle(diagram: Diagram, answer: Answer | null, before: KeptDrawing | null, state: ServerState, kept: DrawingCache): Drawing {
  if (answer !== null && !('failure' in answer)) {
    state.failures = 0;
    kept.keep(diagram.key, answer);
    return answer;
  }
  if (answer !== null) {
    state.failures++;
    if (answer.gone || state.failures >= MAX_FAILURES) state.down ??= answer.failure;
  }
  if (before !== null) return before;
  // One failure is the diagram's; of many, the server is told.
  if (answer !== null && state.down === null) return { error: `the server fails: ${answer.failure}`, line: null };
  state.undrawn++;
  return { undrawn: 'not-asked' };
}

function problemOf({ server, down, undrawn }: ServerState): Problem[] {
  if (down === null) return [];
  return [
    reportSource('source/diagram-server', {
      message: `The server ${server.url} draws no diagrams: ${down}.${undrawn === 0 ? '' : ` ${count(undrawn)} shown as source.`}`,
      hint: 'Check the address, and that the machine that builds may reach it; what was drawn before is still shown.',
      place: server.place,
    }),
  ];
}

function missingProblem(missing: number, [server]: readonly DiagramServer[]): Problem[] {
  if (missing === 0) return [];
  return [
    reportSource('source/diagram-server', {
      message: `Without network, ${count(missing)} shown as source: no earlier build has drawn ${missing === 1 ? 'it' : 'them'}.`,
      hint: 'Build once with network.',
      place: server?.place,
    }),
  ];
}

function count(diagrams: number): string {
  return diagrams === 1 ? '1 diagram is' : `${diagrams} diagrams are`;
}
