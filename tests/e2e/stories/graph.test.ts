// The graph: what is drawn is what `/api/graph.json` says for the asked root, depth, kinds and relations; the address holds the question.
import type { Page } from 'playwright-core';
import { describe, expect, inject, test } from 'vitest';
import { type GraphJson, readBuiltSite } from '../../support/built-site.ts';
import { useBrowser } from '../browser.ts';
import { attributes, eventually, path, query } from '../reading.ts';

const browser = useBrowser();
const { graph } = readBuiltSite(inject('dist'));
const CANVAS = '.explorer-canvas';
const NODE = `${CANVAS} [data-node]`;

/** Ownership and membership tie everything to everything: left out until somebody asks for them, or for a person. */
const PEOPLE = new Set(['ownedBy', 'memberOf', 'childOf']);
const degree = (ref: string) => graph.edges.filter((edge) => !PEOPLE.has(edge.type) && (edge.source === ref || edge.target === ref)).length;
/** The component with most relations. */
const root = graph.nodes.filter((node) => node.kind === 'Component').sort((a, b) => degree(b.ref) - degree(a.ref))[0]?.ref ?? '';

interface Answer {
  readonly nodes: readonly string[];
  readonly edges: readonly string[];
}

/** What stands around a root: written anew here, so that it can disagree with the page. */
function around(
  middle: string,
  depth: number,
  follows: (edge: GraphJson['edges'][number]) => boolean,
  shows: (ref: string) => boolean = () => true,
): Answer {
  const edges = graph.edges.filter((edge) => follows(edge) && [edge.source, edge.target].every((ref) => ref === middle || shows(ref)));
  const found = new Set([middle]);
  for (let step = 0; step < depth; step++) {
    const here = new Set(found);
    for (const { source, target } of edges) {
      if (here.has(source)) found.add(target);
      if (here.has(target)) found.add(source);
    }
  }
  const inside = edges.filter((edge) => found.has(edge.source) && found.has(edge.target));
  return { nodes: [...found].sort(), edges: [...new Set(inside.map(({ source, target }) => `${source} ${target}`))].sort() };
}

async function drawn(page: Page): Promise<Answer> {
  const read = (name: string) =>
    page.locator(`${CANVAS} [data-${name}]`).evaluateAll((all, name) => all.map((one) => one.getAttribute(`data-${name}`) ?? ''), name);
  return { nodes: (await read('node')).toSorted(), edges: (await read('edge')).toSorted() };
}

const open = (search: string) => browser.open(`/catalog-graph/${search}`, { ready: NODE });
const withoutPeople = (edge: GraphJson['edges'][number]) => !PEOPLE.has(edge.type);

describe('the graph', () => {
  test.each([1, 2, 3])('draws all that stands within %i steps of a root, and nothing else', async (depth) => {
    const page = await open(`?root=${encodeURIComponent(root)}&depth=${depth}`);
    const expected = around(root, depth, withoutPeople);
    expect(expected.nodes.length).toBeGreaterThan(3);
    expect(await drawn(page)).toEqual(expected);
    expect(await page.locator(`${CANVAS} .node-centre`).getAttribute('data-node')).toBe(root);
  });

  test('says the same in its table, one row for each relation', async () => {
    const page = await open(`?root=${encodeURIComponent(root)}&depth=1`);
    await page.locator('.explorer-table summary').click();
    // Rows are made when the table is opened.
    await page.locator('.explorer-table tbody tr').first().waitFor();
    const rows = await page
      .locator('.explorer-table tbody tr')
      .evaluateAll((all) =>
        all.map((row) => [...row.querySelectorAll('[data-entity-ref]')].map((link) => link.getAttribute('data-entity-ref')).join(' ')),
      );
    expect([...new Set(rows)].sort()).toEqual(around(root, 1, withoutPeople).edges);
  });

  test('follows the relations and shows the kinds that the address names', async () => {
    const page = await open(`?root=${encodeURIComponent(root)}&depth=2&relation=ownedBy`);
    const owned = around(root, 2, (edge) => edge.type === 'ownedBy');
    expect(owned.nodes.length).toBeGreaterThan(2);
    expect(await drawn(page)).toEqual(owned);
    const kinds = await open(`?root=${encodeURIComponent(root)}&depth=2&kind=api`);
    expect(await drawn(kinds)).toEqual(around(root, 2, withoutPeople, (ref) => ref.startsWith('api:')));
  });

  test('puts a clicked node into the middle, changes the address, and opens the page of the middle at the next click', async () => {
    const page = await open(`?root=${encodeURIComponent(root)}&depth=1`);
    const next = around(root, 1, withoutPeople).nodes.find((ref) => ref !== root) ?? '';
    await page.locator(`${NODE}[data-node="${next}"]`).click();
    await eventually(() => drawn(page)).toEqual(around(next, 1, withoutPeople));
    expect(await query(page)).toEqual(
      expect.arrayContaining([
        ['root', next],
        ['depth', '1'],
      ]),
    );
    expect(await page.locator(`${CANVAS} .node-centre`).getAttribute('data-node')).toBe(next);

    await page.goBack();
    await eventually(() => drawn(page)).toEqual(around(root, 1, withoutPeople));
    await page.goForward();
    await eventually(() => drawn(page)).toEqual(around(next, 1, withoutPeople));
    await page.reload();
    await page.waitForSelector(NODE);
    expect(await drawn(page)).toEqual(around(next, 1, withoutPeople));
    await page.locator(`${CANVAS} .node-centre`).click();
    await page.waitForURL(`**${graph.nodes.find((node) => node.ref === next)?.address}`);
  });

  test('is worked with keys: nodes, depth, root', async () => {
    const page = await open(`?root=${encodeURIComponent(root)}&depth=1`);
    const next = around(root, 1, withoutPeople).nodes.find((ref) => ref !== root) ?? '';
    await page.locator(`${NODE}[data-node="${next}"]`).focus();
    await page.keyboard.press('Enter');
    await eventually(() => drawn(page)).toEqual(around(next, 1, withoutPeople));

    await page.getByLabel('As far as').selectOption('2');
    await eventually(() => drawn(page)).toEqual(around(next, 2, withoutPeople));
    const field = page.getByLabel('Around', { exact: true });
    await field.fill(root);
    await eventually(() => drawn(page)).toEqual(around(root, 2, withoutPeople));
    expect(await field.evaluate((element) => element === document.activeElement), 'the field keeps the focus').toBe(true);
    await page.locator('.explorer-controls summary').focus();
    await page.keyboard.press('Enter');
    const chip = page.locator('.explorer-controls button', { hasText: /^api$/ });
    await chip.focus();
    await page.keyboard.press('Space');
    await eventually(() => drawn(page)).toEqual(around(root, 2, withoutPeople, (ref) => ref.startsWith('api:')));
    expect(await chip.getAttribute('aria-pressed')).toBe('true');
    expect(await query(page)).toEqual([
      ['root', root],
      ['kind', 'api'],
    ]);
  });

  test('draws a landscape of systems, folded from their parts', async () => {
    const page = await open('?fold=system');
    const { nodes } = await drawn(page);
    expect(nodes.length).toBeGreaterThan(2);
    expect(nodes.filter((ref) => !/^(?:system|domain):/.test(ref))).toEqual([]);
    await page.getByLabel('Fold into').selectOption('owner');
    await eventually(async () => (await drawn(page)).nodes.every((ref) => /^(?:group|user):/.test(ref))).toBe(true);
    expect(await query(page)).toEqual([['fold', 'owner']]);
  });

  test('walks along lines with arrow keys, and shows more around a node', async () => {
    const page = await open(`?root=${encodeURIComponent(root)}&depth=1`);
    const focused = () => page.evaluate(() => document.activeElement?.getAttribute('data-node') ?? null);
    await page.getByRole('button', { name: 'Zoom in' }).focus();
    await page.keyboard.press('Shift+Tab');
    expect(await focused(), 'Tab reaches one node, the middle').toBe(root);
    const reached = new Set<string>();
    for (const [there, back] of [
      ['ArrowRight', 'ArrowLeft'],
      ['ArrowLeft', 'ArrowRight'],
    ] as const) {
      await page.keyboard.press(there);
      const next = await focused();
      if (next === root || next === null) continue;
      reached.add(next);
      expect(around(root, 1, withoutPeople).nodes).toContain(next);
      await page.keyboard.press(back);
      await page.keyboard.press('Home');
      expect(await focused()).toBe(root);
    }
    expect(reached.size).toBeGreaterThan(0);

    const more = page.locator('.explorer .more').first();
    const before = (await drawn(page)).nodes;
    await more.click();
    await eventually(async () => (await drawn(page)).nodes.length).toBeGreaterThan(before.length);
    const [, expanded] = (await query(page)).find(([name]) => name === 'expand') ?? [];
    const expected = new Set([...before, ...around(expanded ?? '', 1, withoutPeople).nodes]);
    expect((await drawn(page)).nodes).toEqual([...expected].sort());
  });

  test('opens the address of Backstage as the same view', async () => {
    const backstage = `?rootEntityRefs%5B%5D=${encodeURIComponent(root)}&maxDepth=1&unidirectional=false&mergeRelations=true&direction=TB&showFilters=true&selectedRelations%5B%5D=dependsOn&selectedRelations%5B%5D=dependencyOf&curve=curveStepBefore`;
    const page = await open(backstage);
    expect(await drawn(page)).toEqual(around(root, 1, (edge) => edge.type === 'dependsOn'));
    expect(await query(page)).toEqual([
      ['root', root],
      ['depth', '1'],
      ['relation', 'dependsOn'],
      ['direction', 'TB'],
      ['curve', 'step'],
    ]);
  });

  test('survives an address that makes no sense', async () => {
    const page = await browser.open('/catalog-graph/?root=component:default/nobody&depth=-7&kind=unheard&relation=%3Cb%3E');
    await page.waitForSelector('.explorer-controls');
    expect(path(page)).toBe('/catalog-graph/');
    expect(await page.locator('h1').innerText()).toBe('Graph');
  });

  test('leads to a page from every node, also for a click that wants a new window', async () => {
    const page = await open(`?root=${encodeURIComponent(root)}&depth=1`);
    const addresses = new Map(graph.nodes.map((node) => [node.ref, node.address]));
    const refs = await attributes(page, `${CANVAS} a[data-node]`, 'data-node');
    const hrefs = await attributes(page, `${CANVAS} a[data-node]`, 'href');
    expect(hrefs).toEqual(refs.map((ref) => addresses.get(ref)));
  });
});
