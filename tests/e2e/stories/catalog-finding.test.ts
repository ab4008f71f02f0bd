// What people look for, once with the mouse and once with keys alone: a service by a tag, by its owner, and what an operation answers.
import type { Locator, Page } from 'playwright-core';
import { describe, expect, inject, test } from 'vitest';
import { type EntityJson, readBuiltSite, refOf } from '../../support/built-site.ts';
import { useBrowser } from '../browser.ts';
import { eventually, path, query, refsIn } from '../reading.ts';

const browser = useBrowser();
const site = readBuiltSite(inject('dist'));
const { entities } = site;
const components = entities.filter((entity) => entity.kind === 'Component');
const shown = (page: Page) => refsIn(page.locator('[data-rows] .name'));
const ownerOf = (entity: EntityJson) => entity.relations.find(({ type }) => type === 'ownedBy')?.targetRef ?? '';
/** A service, and what it can be found by. */
const service = components.find(({ metadata, spec }) => spec?.['type'] === 'service' && (metadata.tags?.length ?? 0) > 0) as EntityJson;
const tag = service.metadata.tags?.[0] ?? '';
const byTag = components.filter(({ metadata }) => metadata.tags?.includes(tag) === true);
const byOwner = components.filter((entity) => ownerOf(entity) === ownerOf(service));

/** The fields of what the operation answers, as its definition has them. */
const answer = Object.keys(
  site.json<{ components: { schemas: Record<string, { properties: object }> } }>(
    '/catalog/default/api/reservations-rest/definition/try/definition.json',
  ).components.schemas['Space']?.properties ?? {},
);

/** What a production service without docs is filtered by. */
const WANTED = [
  ['type', 'service'],
  ['lifecycle', 'production'],
  ['status', 'undocumented'],
] as const;
const isWanted = ({ kind, metadata, spec }: EntityJson) =>
  kind === 'Component' &&
  spec?.['type'] === 'service' &&
  spec['lifecycle'] === 'production' &&
  !site.has(`/docs/${metadata.namespace}/component/${metadata.name}/`);
/** The team with most of them, and those of it and the teams above. */
const [team = ''] = [...Map.groupBy(entities.filter(isWanted), ownerOf)].sort(([, a], [, b]) => b.length - a.length).map(([ref]) => ref);
const above = (ref: string): string[] => {
  const parents = entities.find((entity) => refOf(entity) === ref)?.relations.filter(({ type }) => type === 'childOf') ?? [];
  return [ref, ...parents.flatMap(({ targetRef }) => above(targetRef))];
};
const undocumented = entities.filter((entity) => isWanted(entity) && above(team).includes(ownerOf(entity)));
const titleOf = (ref: string) => {
  const found = entities.find((entity) => refOf(entity) === ref);
  const profile = found?.spec?.['profile'] as { readonly displayName?: string } | undefined;
  return found?.metadata.title ?? profile?.displayName ?? found?.metadata.name ?? '';
};

type Way = 'the mouse' | 'keys alone';
const WAYS: readonly Way[] = ['the mouse', 'keys alone'];

/** Ticks a box, opens a fold or follows a link. */
async function use(target: Locator, way: Way, key: 'Enter' | 'Space'): Promise<void> {
  if (way === 'the mouse') return target.click();
  await target.focus();
  return target.press(key);
}

/** Goes on with Tab until the focus is where it should be. */
async function tabTo(page: Page, target: Locator, most = 120): Promise<void> {
  for (let step = 0; step < most; step++) {
    await page.keyboard.press('Tab');
    if (await target.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error('The focus never comes there.');
}

describe.each(WAYS)('with %s', (way) => {
  test.each([
    ['tag', tag, byTag],
    ['owner', ownerOf(service), byOwner],
  ] as const)('a service is found by its %s, and opened', async (name, value, found) => {
    const page = await browser.open('/catalog/');
    const group = page.locator(`[data-group="${name}"]`);
    const box = group.locator(`[data-facet="${name}"][data-value="${value}"]`);
    // A filter with many values shows the first ones, and finds the others in its own field.
    if (!(await box.isVisible())) await use(group.locator('summary').first(), way, 'Enter');
    await use(box, way, 'Space');
    await eventually(async () => (await shown(page)).toSorted()).toEqual(found.map(refOf).toSorted());
    expect(await query(page)).toEqual([[name, value]]);
    await use(page.locator(`[data-rows] a[data-entity-ref="${refOf(service)}"]`).first(), way, 'Enter');
    await page.waitForURL(`**/component/${service.metadata.name}/`);
  });

  test('somebody gets from the list of APIs to what an operation answers, field by field', async () => {
    const page = await browser.open('/api-docs/');
    const api = page.locator('tr', { has: page.locator('[data-entity-ref="api:default/reservations-rest"]') });
    const open = api.locator('a[href$="/definition/"]');
    if (way === 'keys alone') await tabTo(page, open);
    await use(open, way, 'Enter');
    await page.waitForURL('**/reservations-rest/definition/');
    const entry = page.locator('.api-index a', { hasText: '/sailings/{sailingId}/space' }).first();
    if (way === 'keys alone') await tabTo(page, entry);
    await use(entry, way, 'Enter');
    await eventually(() => path(page) + new URL(page.url()).hash).toContain('#getSpace');
    const operation = page.locator('#getSpace');
    const text = await operation.innerText();
    expect(text).toContain('200');
    // The answer is a schema with a name: its fields stand in its section, one link away.
    await use(operation.locator('a[href="#schema-Space"]').first(), way, 'Enter');
    await eventually(() => new URL(page.url()).hash).toBe('#schema-Space');
    const section = page.locator('#schema-Space');
    await eventually(() => section.evaluate((element) => element.getBoundingClientRect().top < innerHeight)).toBe(true);
    const fields = await section.innerText();
    expect(answer.length).toBeGreaterThan(1);
    expect(answer.filter((field) => !fields.includes(field))).toEqual([]);
  });

  test('my team is picked, and its production services without docs are found', async () => {
    const page = await browser.open('/catalog/');
    await use(page.locator('[data-list="mine"]'), way, 'Enter');
    await page.waitForSelector('dialog[open] [role="option"]');
    const name = titleOf(team);
    await page.keyboard.type(name);
    const option = page.locator('[role="option"]', { hasText: team });
    await option.waitFor();
    if (way === 'the mouse') await option.click();
    else {
      await eventually(() => page.locator('[role="option"][aria-selected="true"]').innerText()).toContain(team);
      await page.keyboard.press('Enter');
    }
    await eventually(() => query(page)).toEqual([['list', 'mine']]);
    await use(page.locator('[data-facet="kind"][data-value="component"]'), way, 'Enter');
    for (const [facet, value] of WANTED) await use(page.locator(`[data-facet="${facet}"][data-value="${value}"]`), way, 'Space');
    expect(undocumented.length).toBeGreaterThan(0);
    await eventually(async () => (await shown(page)).toSorted()).toEqual(undocumented.map(refOf).toSorted());
  });

  test('a view is narrowed, and its address shows others the same', async () => {
    const page = await browser.open('/catalog/');
    await use(page.locator('[data-facet="type"][data-value="service"]'), way, 'Space');
    await use(page.locator('[data-sort="owner"]'), way, 'Enter');
    await eventually(() => query(page)).toEqual([
      ['type', 'service'],
      ['sort', 'owner'],
    ]);
    const seen = await shown(page);
    const other = await browser.open(page.url().replace(/^https?:\/\/[^/]+/, ''));
    await eventually(() => shown(other)).toEqual(seen);
  });

  test('a service is starred in the list, and found again among what is starred', async () => {
    const page = await browser.open('/catalog/');
    const star = page.locator(`[data-rows] [data-star="${refOf(service)}"]`);
    await use(star, way, 'Space');
    expect(await star.getAttribute('aria-pressed')).toBe('true');
    await page.goto('/catalog/');
    await use(page.locator('[data-list="starred"]'), way, 'Enter');
    await eventually(() => shown(page)).toEqual([refOf(service)]);
  });
});
