// What people come to the graph for, with the mouse and with keys: what breaks if a database goes and who is to be asked, paths, cycles, the map, files.
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { describe, expect, inject, test } from 'vitest';
import { readBuiltSite } from '../../support/built-site.ts';
import { PHONE, useBrowser } from '../browser.ts';
import { attributes, eventually, query, refsIn } from '../reading.ts';

const browser = useBrowser();
const { graph } = readBuiltSite(inject('dist'));
const DATABASE = 'resource:default/booking-db';
const NODE = '.explorer-canvas [data-node]';
const MAP = '.explorer-canvas canvas[data-sharp="true"]';

/** Who needs whom: written anew here, so that it can disagree with the page. */
const needs = graph.edges.flatMap(({ source, target, type }) =>
  type === 'dependsOn' || type === 'consumesApi' ? [[source, target]] : type === 'providesApi' ? [[target, source]] : [],
);
function dependants(ref: string): Map<string, number> {
  const found = new Map([[ref, 0]]);
  for (const [one, distance] of found) {
    for (const [who = '', what] of needs) if (what === one && !found.has(who)) found.set(who, distance + 1);
  }
  found.delete(ref);
  return found;
}
const ownerOf = (ref: string) => graph.edges.find((edge) => edge.type === 'ownedBy' && edge.source === ref)?.target ?? '';
const drawn = async (page: Page) => (await attributes(page, NODE, 'data-node')).toSorted();

describe('what breaks if a database goes', () => {
  const affected = dependants(DATABASE);
  const owners = new Set([...affected.keys()].map(ownerOf));

  test('is found with the mouse: from its page to the graph, to who is to be asked', async () => {
    expect(affected.size).toBeGreaterThan(5);
    const page = await browser.open('/catalog/default/resource/booking-db/dependencies/');
    const part = page.locator('[data-impact]');
    expect(new Set(await refsIn(part))).toEqual(new Set([...affected.keys(), ...[...owners].filter(Boolean)]));
    await part.getByRole('link', { name: 'See it in the graph' }).click();
    await page.waitForSelector(NODE);
    expect(await drawn(page)).toEqual([DATABASE, ...affected.keys()].toSorted());

    const answer = page.locator('[data-answer="impact"]');
    expect(await answer.locator('h2').innerText()).toContain('goes');
    const groups = await answer
      .locator('[data-owner]')
      .evaluateAll((all) =>
        all.map(
          (one) =>
            [
              one.getAttribute('data-owner') ?? '',
              [...one.querySelectorAll('li [data-entity-ref]')].map((link) => link.getAttribute('data-entity-ref') ?? ''),
            ] as const,
        ),
      );
    expect(new Set(groups.map(([owner]) => owner))).toEqual(owners);
    for (const [owner, refs] of groups) {
      expect(refs.toSorted(), owner).toEqual([...affected.keys()].filter((ref) => ownerOf(ref) === owner).toSorted());
    }
    expect(await answer.locator('a[href^="mailto:"]').count()).toBeGreaterThan(0);
    await answer.locator('[data-owner] h3 a').first().click();
    await page.waitForURL('**/catalog/default/group/**');
  });

  test('is found with keys alone, and shared by its address', async () => {
    const page = await browser.open('/catalog-graph/', { ready: MAP });
    await page.getByLabel('Around', { exact: true }).focus();
    await page.keyboard.type('booking-db');
    await page.keyboard.press('Enter');
    await eventually(() => query(page)).toEqual([['root', DATABASE]]);
    await page.locator('.explorer-controls').getByLabel(/^Show/).focus();
    await page.keyboard.type('What br');
    await eventually(() => query(page)).toEqual([
      ['root', DATABASE],
      ['show', 'impact'],
    ]);
    expect(await drawn(page)).toEqual([DATABASE, ...affected.keys()].toSorted());
    await page.getByLabel('Fold into').selectOption('owner');
    await eventually(() => drawn(page)).toEqual([...new Set([...owners, ownerOf(DATABASE)])].filter(Boolean).toSorted());

    const other = await browser.open(page.url().replace(inject('origin'), ''), { ready: NODE });
    expect(await drawn(other)).toEqual(await drawn(page));
    expect(await other.locator('[data-answer="impact"]').innerText()).toBe(await page.locator('[data-answer="impact"]').innerText());
  });
});

describe('paths', () => {
  const from = [...dependants(DATABASE)].toSorted((a, b) => b[1] - a[1])[0] ?? ['', 0];

  test('between two entities are listed, shortest first, and drawn', async () => {
    const page = await browser.open(`/catalog-graph/?root=${encodeURIComponent(from[0])}&show=paths`, { ready: NODE });
    await page.getByLabel('To', { exact: true }).fill('booking-db');
    await page.getByLabel('To', { exact: true }).press('Enter');
    await page.waitForSelector('[data-path]');
    const paths = await page
      .locator('[data-path]')
      .evaluateAll((all) =>
        all.map((one) => [...one.querySelectorAll('[data-entity-ref]')].map((link) => link.getAttribute('data-entity-ref') ?? '')),
      );
    expect(paths[0]).toHaveLength(from[1] + 1);
    for (const path of paths) {
      expect([path[0], path.at(-1)]).toEqual([from[0], DATABASE]);
      for (const [index, ref] of path.slice(1).entries()) expect(needs).toContainEqual([path[index], ref]);
    }
    expect(new Set(await drawn(page))).toEqual(new Set(paths.flat()));
    expect(await query(page)).toContainEqual(['to', DATABASE]);
  });

  test('that do not exist are told of', async () => {
    const page = await browser.open(`/catalog-graph/?root=${encodeURIComponent(DATABASE)}&show=paths&to=user:default/nobody-at-all`, {
      ready: NODE,
    });
    expect(await page.locator('.explorer-answer').innerText()).toContain('There is no user:default/nobody-at-all');
  });
});

test('cycles are found, each a circle of needs', async () => {
  const page = await browser.open('/catalog-graph/?show=cycles', { ready: '[data-answer="cycles"]' });
  const circles = await page
    .locator('[data-cycle]')
    .evaluateAll((all) =>
      all.map((one) => [...one.querySelectorAll('[data-entity-ref]')].map((link) => link.getAttribute('data-entity-ref') ?? '')),
    );
  for (const circle of circles) {
    expect(circle[0]).toBe(circle.at(-1));
    for (const [index, ref] of circle.slice(1).entries()) expect(needs).toContainEqual([circle[index], ref]);
  }
  // Whoever needs itself through others is in one of them.
  const inCircle = graph.nodes.filter((node) => {
    const direct = needs.filter(([who]) => who === node.ref).map(([, what]) => what ?? '');
    return direct.some((what) => what === node.ref || dependants(node.ref).has(what));
  });
  expect(await drawn(page)).toEqual(inCircle.map((node) => node.ref).toSorted());
});

describe('the map of the whole organisation', () => {
  const open = () => browser.open('/catalog-graph/', { ready: MAP });
  const announced = (page: Page) => page.locator('[data-cursor]').innerText();

  test('is walked with keys alone: from card to card, along lines, closer, and back', async () => {
    const page = await open();
    await page.getByRole('application').focus();
    await page.keyboard.press('PageDown');
    await eventually(() => announced(page)).toMatch(/\S+, .* lines leave it/);
    const first = await announced(page);
    const seen = new Set([first]);
    for (const key of ['ArrowRight', 'ArrowDown', 'ArrowLeft', 'ArrowUp', 'PageDown', 'PageDown']) {
      await page.keyboard.press(key);
      await page.waitForTimeout(50);
      seen.add(await announced(page));
    }
    expect(seen.size).toBeGreaterThan(2);
    await page.keyboard.press('Escape');
    await eventually(() => announced(page)).toBe('');
    await page.keyboard.press('+');
    await page.keyboard.press('-');
    await page.keyboard.press('0');
    await page.keyboard.press('PageDown');
    await page.keyboard.press('Enter');
    await page.waitForSelector(NODE);
    expect((await query(page)).map(([name]) => name)).toEqual(['root']);
    await page.goBack();
    await page.waitForSelector(MAP);
  });

  test('is worked with the mouse: a card is where it is drawn, dragging moves, a click looks closer', async () => {
    const page = await open();
    const canvas = page.locator('[data-map]');
    const box = (await canvas.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
    const over = async () => {
      for (let y = box.y + 20; y < box.y + box.height - 60; y += 9) {
        for (let x = box.x + 40; x < box.x + box.width - 40; x += 31) {
          await page.mouse.move(x, y);
          if (await canvas.evaluate((one) => one.classList.contains('over'))) return [x, y] as const;
        }
      }
      return [0, 0] as const;
    };
    const [x, y] = await over();
    expect(x).toBeGreaterThan(0);
    await page.mouse.down();
    await page.mouse.move(x + 60, y + 40, { steps: 4 });
    await page.mouse.up();
    expect(await query(page), 'dragging opens nothing').toEqual([]);
    await page.mouse.move(x, y);
    await page.mouse.move(x + 60, y + 40);
    await eventually(() => canvas.evaluate((one) => one.classList.contains('over'))).toBe(true);
    await page.mouse.click(x + 60, y + 40);
    await page.waitForSelector(NODE);
    expect((await query(page)).map(([name]) => name)).toEqual(['root']);
  });

  test('says the same as the data, in its table and its files', async () => {
    const page = await browser.open('/catalog-graph/?relation=*', { ready: MAP });
    const expected = graph.edges.map((edge) => `${edge.source} ${edge.type} ${edge.target}`).toSorted();
    expect(await page.locator('[data-count]').innerText()).toContain(`${graph.nodes.length} entities, ${expected.length} relations`);
    const csv = await save(page, 'CSV');
    const rows = csv.split('\r\n').slice(1).filter(Boolean);
    const cells = rows.map((row) => [...row.matchAll(/(?:"(?:[^"]|"")*"|[^,]*)(?:,|$)/g)].map(([text]) => text.replace(/,$/, '')));
    expect(
      cells
        .filter((row) => row[2] !== '')
        .map((row) => `${row[0]} ${row[2]} ${row[3]}`)
        .toSorted(),
    ).toEqual(expected);
    const svg = await save(page, 'SVG');
    const marks = (name: string) => [...svg.matchAll(new RegExp(`data-${name}="([^"]*)"`, 'g'))].map(([, value]) => value);
    expect(marks('node').toSorted()).toEqual(graph.nodes.map((node) => node.ref));
    expect(marks('edge').toSorted()).toEqual([...new Set(graph.edges.map((edge) => `${edge.source} ${edge.target}`))].toSorted());
    expect(await save(page, 'Mermaid')).toMatch(/^flowchart LR\n/);
    expect(await save(page, 'DOT')).toMatch(/^digraph \{\n/);
    expect((await save(page, 'PNG')).slice(1, 4)).toBe('PNG');
    await page.locator('.explorer-table summary').click();
    await page.locator('.explorer-table tbody tr').first().waitFor();
    const alone = graph.nodes.filter((node) => !graph.edges.some((edge) => edge.source === node.ref || edge.target === node.ref));
    expect(await page.locator('.explorer-table tbody tr').count()).toBe(expected.length + alone.length);
  });
});

describe('the small graph of an entity', () => {
  test('loads nothing of the explorer until somebody asks for it, then takes its place', async () => {
    const page = await browser.open('/catalog/default/resource/booking-db/dependencies/');
    const loaded = () => page.evaluate(() => performance.getEntriesByType('resource').map((one) => one.name));
    expect((await loaded()).filter((name) => /open\.|map\.json|client\./.test(name))).toEqual([]);
    await page.getByRole('button', { name: 'Explore here' }).click();
    await page.waitForSelector(NODE);
    expect(await page.locator('.explorer-canvas .node-centre').getAttribute('data-node')).toBe(DATABASE);
    await page.getByLabel('As far as').selectOption('2');
    await eventually(() => query(page)).toEqual([['depth', '2']]);
    await page.reload();
    await page.waitForSelector(NODE);
    expect(await page.getByLabel('As far as').inputValue()).toBe('2');
  });

  test('stands upright on a phone', async () => {
    const page = await browser.open('/catalog/default/resource/booking-db/', { viewport: PHONE });
    expect(await page.locator('.graph .graph-wide').isVisible()).toBe(false);
    const nodes = await page
      .locator('.graph .graph-tall [data-node]')
      .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().toJSON() as DOMRect));
    expect(nodes.length).toBeGreaterThan(2);
    for (const [index, node] of nodes.toSorted((a, b) => a.top - b.top).entries()) {
      if (index > 0) expect(node.top).toBeGreaterThanOrEqual(nodes.toSorted((a, b) => a.top - b.top)[index - 1]?.bottom ?? 0);
    }
  });
});

async function save(page: Page, name: string): Promise<string> {
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name, exact: true }).click()]);
  return readFileSync((await download.path()) ?? '', 'latin1');
}
