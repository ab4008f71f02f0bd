// What Mermaid leaves to be done on its drawings: a drawing in; a name for those who hear it, and labels in the middle of their boxes.

/** What each type is called, by the name that Mermaid gives it. */
const TYPES: Readonly<Record<string, string>> = {
  agentflow: 'Agent flow',
  architecture: 'Architecture diagram',
  block: 'Block diagram',
  c4: 'C4 diagram',
  classDiagram: 'Class diagram',
  cynefin: 'Cynefin framework',
  er: 'Entity relationship diagram',
  eventmodeling: 'Event model',
  flowchart: 'Flowchart',
  gantt: 'Gantt chart',
  gitGraph: 'Git graph',
  info: 'Version of Mermaid',
  ishikawa: 'Cause and effect diagram',
  journey: 'User journey',
  kanban: 'Kanban board',
  mindmap: 'Mind map',
  packet: 'Packet diagram',
  pie: 'Pie chart',
  quadrantChart: 'Quadrant chart',
  radar: 'Radar chart',
  railroad: 'Railroad diagram',
  railroadAbnf: 'Railroad diagram',
  railroadEbnf: 'Railroad diagram',
  railroadPeg: 'Railroad diagram',
  requirement: 'Requirement diagram',
  sankey: 'Sankey diagram',
  sequence: 'Sequence diagram',
  stateDiagram: 'State diagram',
  swimlane: 'Swimlane diagram',
  timeline: 'Timeline',
  treeView: 'Tree view',
  treemap: 'Treemap',
  usecase: 'Use case diagram',
  venn: 'Venn diagram',
  wardley: 'Wardley map',
  xychart: 'XY chart',
};

/** Types whose labels Mermaid sets from the left of a box that is wider than they are. */
const LABELS_ASTRAY = new Set(['stateDiagram', 'usecase']);

/** Names a drawing and sets its labels right. Authors name it with `accTitle`; without, its type has to do. */
export function finishDrawing(drawing: SVGElement): void {
  const type = drawing.getAttribute('aria-roledescription') ?? '';
  if (LABELS_ASTRAY.has(type)) for (const label of drawing.querySelectorAll('.node > .label')) centreLabel(label);
  if (type === 'c4') followTheme(drawing);
  if (type === 'sankey') for (const labels of drawing.querySelectorAll('.node-labels')) labels.parentElement?.append(labels);
  if (!drawing.hasAttribute('aria-labelledby')) drawing.setAttribute('aria-label', nameOf(type));
  drawing.setAttribute('aria-roledescription', 'diagram');
}

function nameOf(type: string): string {
  const plain = type.replace(/-.*$/, '');
  return (Object.hasOwn(TYPES, type) ? TYPES[type] : Object.hasOwn(TYPES, plain) ? TYPES[plain] : undefined) ?? 'Diagram';
}

/** The dark grey in which lines and their words are drawn whatever the theme. */
const FIXED_GREY = '#444444';

/** Draws in the colour of the text around the drawing what has a fixed grey. */
function followTheme(drawing: SVGElement): void {
  for (const name of ['fill', 'stroke']) {
    for (const element of drawing.querySelectorAll(`[${name}="${FIXED_GREY}"]`)) element.setAttribute(name, 'currentColor');
  }
}

/** A node lies around its own zero point, and so may its text. */
function centreLabel(label: Element): void {
  const texts = label.querySelectorAll('text');
  const height = /^translate\(\s*-?[\d.]+\s*[,\s]\s*(-?[\d.]+)\s*\)$/.exec(label.getAttribute('transform') ?? '')?.[1];
  if (texts.length !== 1 || height === undefined) return;
  label.setAttribute('transform', `translate(0, ${height})`);
  for (const part of label.querySelectorAll('text, .text-outer-tspan')) part.setAttribute('text-anchor', 'middle');
}
