// What people come to the catalog for, with keys and with the mouse: half a name, my team's services without docs, a view to share, a star.
import type { Page } from 'playwright-core';
import { describe, expect, inject, test } from 'vitest';
import { type EntityJson, readBuiltSite, refOf } from '../../support/built-site.ts';
import { DESKTOP, useBrowser } from '../browser.ts';
import { tooWide } from '../measure.ts';
import { eventually, path, query, refsIn } from '../reading.ts';

/** Up to this width the filters are folded away. */
const FOLDED = 860;

const browser = useBrowser();
const site = readBuiltSite(inject('dist'));
const { entities } = site;
const byRef = new Map(entities.map((entity) => [refOf(entity), entity]));
const shown = (page: Page) => refsIn(page.locator('[data-rows] .name'));
const targets = (entity: EntityJson | undefined, type: string) =>
  entity?.relations.filter((relation) => relation.type === type).map(({ targetRef }) => targetRef) ?? [];

/** A group and all groups above it. */
function groupsOf(ref: string): string[] {
  const found = [ref];
  for (const one of found) found.push(...targets(byRef.get(one), 'childOf').filter((parent) => !found.includes(parent)));
  return found;
}

const ownedBy = (owners: readonly string[]) => entities.filter((entity) => targets(entity, 'ownedBy').some((one) => owners.includes(one)));
/** Production services without docs, as the site shows them. */
const undocumented = entities.filter(
  (entity) =>
    entity.kind === 'Component' &&
    entity.spec?.['type'] === 'service' &&
    entity.spec['lifecycle'] === 'production' &&
    !site.has(`/docs/${entity.metadata.namespace}/component/${entity.metadata.name}/`),
);
/** The team that has most of them, and a member of it. */
const [team = ''] = [...Map.groupBy(undocumented, (entity) => targets(entity, 'ownedBy')[0] ?? '')]
  .filter(([ref]) => byRef.has(ref))
  .sort(([, a], [, b]) => b.length - a.length)
  .map(([ref]) => ref);
const [member = ''] = targets(byRef.get(team), 'hasMember');
const titleOf = (ref: string) => {
  const entity = byRef.get(ref);
  const profile = entity?.spec?.['profile'] as { readonly displayName?: string } | undefined;
  return entity?.metadata.title ?? profile?.displayName ?? entity?.metadata.name ?? '';
};

describe('a person', () => {
  test('finds a service by half its name, with keys alone', async () => {
    const page = await browser.open('/catalog/');
    const service = entities.find((entity) => entity.kind === 'Component' && entity.spec?.['type'] === 'service');
    const name = service?.metadata.name ?? '';
    await page.locator('[data-catalog-form] input').focus();
    await page.keyboard.type(name.slice(0, Math.ceil(name.length / 2)));
    await eventually(async () => (await shown(page))[0]).toBe(`component:default/${name}`);
    // Behind the field come order, columns and files, then headings, the star and the name.
    await page.locator('[data-rows] [data-star]').first().focus();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.waitForURL(`**/catalog/default/component/${name}/`);
  });

  test('says once which team is theirs, and finds its production services without docs', async () => {
    const page = await browser.open('/catalog/');
    await page.locator('[data-list="mine"]').click();
    await page.waitForSelector('dialog[open] [role="option"]');
    await page.keyboard.type(titleOf(team));
    await eventually(() => page.locator('[role="option"][aria-selected="true"]').innerText()).toContain(team);
    await page.keyboard.press('Enter');
    await eventually(() => query(page)).toEqual([['list', 'mine']]);
    const mine = ownedBy(groupsOf(team));
    await eventually(async () => (await shown(page)).toSorted()).toEqual(mine.map(refOf).toSorted());
    expect(await page.locator('[data-me-open]').innerText()).toBe(`You: ${titleOf(team)}`);

    await page.locator('[data-facet="kind"][data-value="component"]').click();
    for (const [name, value] of [
      ['type', 'service'],
      ['lifecycle', 'production'],
      ['status', 'undocumented'],
    ]) {
      await page.locator(`[data-facet="${name}"][data-value="${value}"]`).check();
    }
    const wanted = undocumented.filter((one) => mine.includes(one)).map(refOf);
    expect(wanted.length).toBeGreaterThan(0);
    await eventually(async () => (await shown(page)).toSorted()).toEqual(wanted.toSorted());

    // Remembered: the next visit needs no answer.
    await page.goto('/catalog/');
    await page.locator('[data-list="mine"]').click();
    await eventually(async () => (await shown(page)).toSorted()).toEqual(mine.map(refOf).toSorted());
  });

  test('picks themself with the mouse: what their groups and those above own is theirs', async () => {
    const page = await browser.open('/catalog/');
    await page.locator('[data-me-open]').click();
    await page.locator('[data-me-picker] input').fill(titleOf(member));
    await page.locator('[role="option"]', { hasText: member }).click();
    const owners = [member, ...targets(byRef.get(member), 'memberOf').flatMap(groupsOf)];
    await eventually(async () => (await shown(page)).toSorted()).toEqual(ownedBy(owners).map(refOf).toSorted());
    await page.locator('[data-me-open]').click();
    await page.locator('[data-me-forget]').click();
    await eventually(() => page.locator('[data-me-open]').innerText()).toBe('Who are you?');
  });

  test('shares a filtered view by its address', async () => {
    const page = await browser.open('/catalog/');
    await page.locator('[data-facet="type"][data-value="service"]').check();
    await page.locator('[data-facet="lifecycle"][data-value="production"]').check();
    await page.locator('[data-sort="owner"]').click();
    await eventually(() => query(page)).toHaveLength(3);
    const seen = await shown(page);
    const other = await browser.open(path(page) + (await page.evaluate(() => location.search)));
    await eventually(() => shown(other)).toEqual(seen);
    expect(await other.locator('[data-facet="type"][data-value="service"]').isChecked()).toBe(true);
  });

  test('stars a system on its page and finds it again; takes the star away in the list', async () => {
    const page = await browser.open('/catalog/system/');
    const [ref = ''] = await shown(page);
    await page.locator('[data-rows] .name a').first().click();
    const star = page.locator('.head [data-star]');
    await star.focus();
    await page.waitForLoadState();
    await page.keyboard.press('Space');
    expect(await star.getAttribute('aria-pressed')).toBe('true');
    await page.goto('/catalog/');
    await page.locator('[data-list="starred"]').click();
    await eventually(() => shown(page)).toEqual([ref]);
    await page.locator('[data-list="recent"]').click();
    await eventually(() => shown(page)).toEqual([ref]);
    await page.goBack();
    await eventually(() => query(page)).toEqual([['list', 'starred']]);
    await page.locator(`[data-rows] [data-star="${ref}"]`).click();
    await eventually(() => page.locator('[data-list="starred"] .n').innerText()).toBe('0');
    await page.reload();
    await eventually(() => page.locator('[data-empty-words]').innerText()).toContain('Nothing is starred yet');
  });
});

describe.each([320, 640, 1280, 2560])('at %i pixels', (width) => {
  test('nothing stands out of the window, whatever is open', async () => {
    const page = await browser.open('/catalog/?tag=java&kind=all', { viewport: { ...DESKTOP, width }, ready: '[data-chosen] .chip' });
    expect(await tooWide(page)).toEqual([]);
    await page.locator(width <= FOLDED ? '.filters summary' : '[data-columns] summary').click();
    expect(await tooWide(page)).toEqual([]);
    await page.locator('[data-me-open]').click();
    await page.waitForSelector('[data-me-picker] [role="option"]');
    expect(await tooWide(page)).toEqual([]);
  });
});

describe('the home page', () => {
  test('shows what was starred and seen last, and whose things are mine, once there is something', async () => {
    const page = await browser.open('/');
    expect(await page.locator('[data-kept-line]:visible').count()).toBe(0);
    const service = entities.find((entity) => entity.kind === 'Component') as EntityJson;
    const address = `/catalog/${service.metadata.namespace}/component/${service.metadata.name}/`;
    await page.goto(`${address}dependencies/`);
    await page.locator('.star-line [data-star]').focus();
    await page.keyboard.press('Enter');
    await page.goto('/');
    for (const line of ['starred', 'recent']) {
      const part = page.locator(`[data-kept-line="${line}"]`);
      await eventually(() => refsIn(part)).toEqual([refOf(service)]);
      expect(await part.locator('ul a').getAttribute('href')).toBe(address);
      expect(await part.locator('ul a').innerText()).toBe(titleOf(refOf(service)));
    }
    await page.locator('[data-kept-line="starred"] > a').click();
    await eventually(() => shown(page)).toEqual([refOf(service)]);
    expect(await query(page)).toContainEqual(['list', 'starred']);

    await page.evaluate((ref) => localStorage.setItem('callboard:me', JSON.stringify({ ref, title: 'My team', owners: [ref] })), team);
    await page.goto('/');
    await eventually(() => page.locator('[data-kept-line="me"]').innerText()).toContain('My team');
    await page.locator('[data-kept-line="me"] > a').focus();
    await page.keyboard.press('Enter');
    await eventually(async () => (await shown(page)).toSorted()).toEqual(ownedBy(groupsOf(team)).map(refOf).toSorted());
  });

  test('links nowhere but into its own catalog, whatever lies in the storage', async () => {
    const page = await browser.open('/');
    await page.evaluate(() => {
      const cards = ['javascript:alert(1)', '//evil.example/', 'https://evil.example/catalog/', 7].map((href, index) => ({
        ref: `component:default/c${index}`,
        title: 'Bad',
        href,
      }));
      localStorage.setItem('callboard:cards', JSON.stringify(cards));
      localStorage.setItem('callboard:starred', JSON.stringify(cards.map(({ ref }) => ref)));
    });
    await page.reload();
    await page.locator('[data-kept-line="starred"] > a').waitFor();
    expect(await page.locator('[data-kept-line] ul a').count()).toBe(0);
  });
});
