// The thread that draws graphs: texts in, SVG or reasons out. It can be ended at any time.
import { parentPort } from 'node:worker_threads';
import { instance } from '@viz-js/viz';
import type { GraphvizResult } from './graphviz-result.ts';

const viz = await instance();

function draw(source: string): GraphvizResult {
  try {
    const result = viz.render(source, { format: 'svg', graphAttributes: { bgcolor: 'transparent' } });
    if (result.status === 'success') return { svg: result.output };
    return { error: result.errors.find(({ level }) => level === 'error')?.message ?? 'it is not valid' };
  } catch {
    return { error: 'it is too large' };
  }
}

parentPort?.on('message', (source: string) => parentPort?.postMessage(draw(source), []));
