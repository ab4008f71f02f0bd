// Diagrams that a server draws: what docs ask for, what they are answered, and the languages there are.
import { createHash } from 'node:crypto';
import type { Problem } from './problem.ts';

/** A diagram that is wanted. */
export interface Diagram {
  /** Of language and source: the same diagram has the same key, wherever it stands. */
  readonly key: string;
  /** Name of a row of `DIAGRAM_LANGUAGES`. */
  readonly language: string;
  readonly source: string;
}

/** What became of a diagram. */
export type Drawing =
  /** As the server sent it: not cleaned. */
  | { readonly svg: string }
  /** Why it cannot be drawn, part of a sentence; the line counts from 1 in the source, null where none is known. */
  | { readonly error: string; readonly line: number | null }
  /** No server knows its language, or none could be asked; that is said elsewhere. */
  | { readonly undrawn: 'no-server' | 'not-asked' };

export interface Drawn {
  /** By key; one for each diagram. */
  readonly drawings: ReadonlyMap<string, Drawing>;
  /** What is wrong with servers. */
  readonly problems: readonly Problem[];
}

/** Draws diagrams, each of which is asked for once. */
export type DrawDiagrams = (diagrams: readonly Diagram[]) => Promise<Drawn>;

/** Makes a diagram with its key. */
export function toDiagram(language: string, source: string): Diagram {
  return { key: createHash('sha256').update(`${language}\n${source}`).digest('hex'), language, source };
}

/** A language of diagrams. */
export interface DiagramLanguage {
  readonly title: string;
  /** Other names that authors write behind ```. */
  readonly names?: readonly string[];
  /** True for languages that are shown as code, too: without a server, nobody misses a drawing. */
  readonly code?: true;
  /** True for what a PlantUML server draws. */
  readonly plantuml?: true;
}

/** Languages by the name that Kroki has for them. Mermaid and Graphviz are not among them: they are drawn without a server. */
export const DIAGRAM_LANGUAGES: Readonly<Record<string, DiagramLanguage>> = {
  actdiag: { title: 'ActDiag' },
  blockdiag: { title: 'BlockDiag' },
  bpmn: { title: 'BPMN' },
  bytefield: { title: 'Bytefield' },
  c4plantuml: { title: 'C4 with PlantUML', names: ['c4-plantuml', 'c4'], plantuml: true },
  d2: { title: 'D2' },
  dbml: { title: 'DBML', code: true },
  diagramsnet: { title: 'diagrams.net', names: ['drawio'] },
  ditaa: { title: 'Ditaa' },
  erd: { title: 'Erd' },
  excalidraw: { title: 'Excalidraw' },
  goat: { title: 'GoAT' },
  nomnoml: { title: 'Nomnoml' },
  nwdiag: { title: 'NwDiag' },
  packetdiag: { title: 'PacketDiag' },
  pikchr: { title: 'Pikchr' },
  plantuml: { title: 'PlantUML', names: ['puml', 'uml', 'plant-uml'], plantuml: true },
  rackdiag: { title: 'RackDiag' },
  seqdiag: { title: 'SeqDiag' },
  structurizr: { title: 'Structurizr', names: ['structurizr-dsl'] },
  svgbob: { title: 'Svgbob', names: ['bob'] },
  symbolator: { title: 'Symbolator' },
  tikz: { title: 'TikZ', code: true },
  umlet: { title: 'UMLet' },
  vega: { title: 'Vega' },
  vegalite: { title: 'Vega-Lite', names: ['vega-lite'] },
  wavedrom: { title: 'WaveDrom' },
  wireviz: { title: 'WireViz' },
};

const BY_NAME = new Map(
  Object.entries(DIAGRAM_LANGUAGES).flatMap(([language, { names = [] }]) => [language, ...names].map((name) => [name, language] as const)),
);

/** Returns the language that a name behind ``` stands for, also as the Kroki plugin of MkDocs wants it written; null for no diagram. */
export function diagramLanguage(name: string): string | null {
  return BY_NAME.get(name.toLowerCase().replace(/^kroki-/, '')) ?? null;
}
