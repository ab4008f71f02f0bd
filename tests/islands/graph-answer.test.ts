// What is drawn for a question: of the whole graph exactly what was asked for, however it is laid out.
import { describe, expect, test } from 'vitest';
import { CARD } from '../../src/graph/card.ts';
import { unpackGraph } from '../../src/graph/compact.ts';
import { indexGraph } from '../../src/graph/indexed.ts';
import { type WholeGraph, answer } from '../../src/islands/graph/answer.ts';
import { MOST_LAYERED, drawingOf, makePicture } from '../../src/islands/graph/picture.ts';
import { type GraphQuestion, NOTHING_ASKED } from '../../src/islands/graph/question.ts';
import { graphMapData } from '../../src/portal/graph-view.ts';
import { SHOP, compile, entity, source } from '../portal/organisation.ts';

const data = unpackGraph(graphMapData(await compile([SHOP])));
const graph: WholeGraph = { ...data, ...indexGraph(data), nodes: data.nodes };
const cart = 'component:default/cart';
const ask = (part: Partial<GraphQuestion>) => answer(graph, { ...NOTHING_ASKED, ...part });
const refs = (found: ReturnType<typeof answer>) => found.nodes.map((node) => node.ref.replace(':default/', ':')).toSorted();

describe('answer(graph, question)', () => {
  test.each([
    [1, ['component:cart', 'component:web', 'resource:cart-db', 'system:checkout']],
    [2, ['api:charges', 'component:cart', 'component:web', 'domain:commerce', 'resource:cart-db', 'system:checkout']],
  ])('walks %i steps from the root, leaving ownership out', (depth, expected) => {
    expect(refs(ask({ show: 'around', roots: [cart], depth }))).toEqual(expected);
  });

  test('follows only the relations, kinds and ways that are asked for', () => {
    const found = ask({ show: 'around', roots: [cart], depth: 0, kinds: ['component'], relations: ['dependsOn'] });
    expect(refs(found)).toEqual(['component:cart', 'component:web']);
    expect(found.edges).toEqual([{ source: 'component:default/web', target: cart, type: 'dependsOn' }]);
    expect(refs(ask({ show: 'around', roots: [cart], depth: 1, way: 'backward' }))).toEqual(['component:cart', 'component:web']);
  });

  test('counts what stands around a node unseen, and shows it when the node is expanded', () => {
    const near = ask({ show: 'around', roots: [cart], depth: 1 });
    expect(near.more.get('component:default/web')).toBe(1);
    const wide = ask({ show: 'around', roots: [cart], depth: 1, expanded: ['component:default/web'] });
    expect(refs(wide)).toContain('api:charges');
    expect(wide.more.has('component:default/web')).toBe(false);
  });

  test('leaves out lines between nodes of the same distance when only lines that lead away are asked for', () => {
    const all = ask({ show: 'around', roots: [cart], depth: 1 });
    const simple = ask({ show: 'around', roots: [cart], depth: 1, simple: true });
    expect(all.edges.length - simple.edges.length).toBe(1);
    expect(refs(simple)).toEqual(refs(all));
  });

  test('shows everything on the map, without ownership or with all', () => {
    expect(ask({}).nodes).toEqual(data.nodes);
    expect(ask({}).edges).toEqual(data.edges.filter((edge) => edge.type !== 'ownedBy'));
    expect(ask({ relations: ['*'] }).edges).toEqual(data.edges);
  });

  test('finds what breaks, what is needed, paths and nothing at all', () => {
    expect(refs(ask({ show: 'impact', roots: ['resource:default/cart-db'] }))).toEqual([
      'component:cart',
      'component:web',
      'resource:cart-db',
    ]);
    expect(refs(ask({ show: 'needs', roots: ['component:default/web'] }))).toEqual([
      'api:charges',
      'component:cart',
      'component:ledger',
      'component:web',
      'resource:cart-db',
    ]);
    const paths = ask({ show: 'paths', roots: ['component:default/web'], to: 'component:default/ledger' });
    expect([paths.paths?.way, paths.paths?.paths.length]).toEqual(['forward', 1]);
    expect(ask({ show: 'paths', roots: ['component:default/ledger'], to: 'component:default/web' }).paths?.way).toBe('backward');
    expect(ask({ show: 'cycles' }).nodes).toEqual([]);
    for (const show of ['around', 'impact', 'needs', 'paths', 'cycles', 'map'] as const) {
      expect(() => ask({ show, roots: ['component:default/unheard'], to: 'x:y/z', fold: 'system' })).not.toThrow();
    }
  });

  test('folds what breaks into owners', () => {
    const found = ask({ show: 'impact', roots: ['resource:default/cart-db'], fold: 'owner' });
    expect(refs(found)).toEqual(['group:payments']);
    expect(found.folded?.left).toBe(1);
  });
});

describe('makePicture(graph, question, answer)', () => {
  const draw = (part: Partial<GraphQuestion>) => {
    const question = { ...NOTHING_ASKED, ...part };
    const found = answer(graph, question);
    const picture = makePicture(graph, question, found, false);
    return { found, picture, drawing: drawingOf(picture, found, question.merge) };
  };

  test.each([
    {},
    { show: 'around', roots: [cart], depth: 0 },
    { fold: 'system' },
    { show: 'impact', roots: [cart], merge: false },
  ] as const)('draws exactly what answers %j', (part) => {
    const { found, drawing } = draw(part);
    expect(drawing.nodes.map((node) => node.ref)).toEqual(found.nodes.map((node) => node.ref));
    const lines = drawing.lines.flatMap((line) => line.types.map((type) => `${line.source} ${line.target} ${type}`)).toSorted();
    expect(lines).toEqual(found.edges.map((edge) => `${edge.source} ${edge.target} ${edge.type}`).toSorted());
    expect(new Set(drawing.nodes.map((node) => `${node.x} ${node.y}`)).size).toBe(drawing.nodes.length);
    for (const line of drawing.lines) expect(line.path).toMatch(/^M[-\d.,QCLMHV\s]+$/);
  });

  test('hands the map the same lines and places', () => {
    const { picture, drawing } = draw({ relations: ['*'] });
    if (picture.type !== 'map') throw new Error('The whole organisation is a map.');
    const { scene } = picture;
    const ends = Array.from({ length: scene.ends.length / 2 }, (_, line) =>
      [scene.ends[line * 2], scene.ends[line * 2 + 1]].map((node) => drawing.nodes[node ?? -1]?.ref).join(' '),
    );
    expect(ends.toSorted()).toEqual([...new Set(data.edges.map((edge) => `${edge.source} ${edge.target}`))].toSorted());
    expect([...scene.x]).toEqual(drawing.nodes.map((node) => node.x));
    const [left, top, width, height] = scene.box;
    for (const node of drawing.nodes) {
      expect(node.x >= left && node.y >= top && node.x + CARD.width <= left + width && node.y + CARD.height <= top + height).toBe(true);
    }
  });

  test('puts what is too much for layers on the map, whole', async () => {
    const parts = Array.from({ length: MOST_LAYERED.nodes + 20 }, (_, index) =>
      entity('Component', `part-${index}`, { type: 'x', lifecycle: 'x', owner: 'o', dependsOn: ['component:hub'] }),
    );
    const portal = await compile([
      source('many', { 'catalog-info.yaml': [entity('Component', 'hub', { type: 'x', lifecycle: 'x', owner: 'o' }), ...parts].join('') }),
    ]);
    const many = unpackGraph(graphMapData(portal));
    const whole: WholeGraph = { ...many, ...indexGraph(many), nodes: many.nodes };
    const question: GraphQuestion = { ...NOTHING_ASKED, show: 'around', roots: ['component:default/hub'], depth: 1 };
    const found = answer(whole, question);
    const picture = makePicture(whole, question, found, false);
    expect([picture.type, found.nodes.length]).toEqual(['map', MOST_LAYERED.nodes + 21]);
  });
});
