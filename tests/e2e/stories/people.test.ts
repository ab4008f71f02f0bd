// Who is to be asked, what hangs on what, where the runbook is: stories told with keyboard and mouse.
import type { Page } from 'playwright-core';
import { describe, expect, inject, test } from 'vitest';
import { readBuiltSite, refOf } from '../../support/built-site.ts';
import { PHONE, useBrowser } from '../browser.ts';
import { attributes, eventually, path, refsIn } from '../reading.ts';

const browser = useBrowser();
const site = readBuiltSite(inject('dist'));
const addressOf = (ref: string) => site.graph.nodes.find((node) => node.ref === ref)?.address ?? '';
const related = (ref: string, type: string) =>
  (site.entities.find((entity) => refOf(entity) === ref)?.relations ?? []).filter((one) => one.type === type).map((one) => one.targetRef);
const exists = (ref: string) => site.entities.some((entity) => refOf(entity) === ref);

/** The component that most others need. */
const hub = site.entities
  .map(refOf)
  .filter((ref) => ref.startsWith('component:'))
  .sort((a, b) => related(b, 'dependencyOf').length - related(a, 'dependencyOf').length)[0];
const service = site.entities.find((entity) => entity.metadata.name === 'gate-service');
const serviceRef = service === undefined ? '' : refOf(service);
/** A group with a parent and without groups below, and one with groups below. */
const groups = site.entities.filter((entity) => entity.kind === 'Group').map(refOf);
const team = groups.find((ref) => related(ref, 'childOf').length > 0 && related(ref, 'ownerOf').length > 2) ?? '';
const department = groups.find((ref) => related(ref, 'parentOf').length > 1 && related(ref, 'childOf').length > 0) ?? '';

/** Goes on with Tab until what has the focus passes. */
async function tabTo(page: Page, passes: (element: Element) => boolean): Promise<void> {
  const test = `(${passes.toString()})(document.activeElement)`;
  for (let step = 0; step < 120; step++) {
    await page.keyboard.press('Tab');
    if (await page.evaluate(test)) return;
  }
  throw new Error('Tab never came there.');
}

describe('somebody who has a question', () => {
  test('finds with the keyboard who owns a component, and how to reach them', async () => {
    const page = await browser.open(addressOf(serviceRef));
    const [owner = ''] = related(serviceRef, 'ownedBy');
    await tabTo(page, (element) => element.closest('[data-contacts]') !== null);
    expect(await page.evaluate(() => document.activeElement?.getAttribute('data-entity-ref'))).toBe(owner);
    expect((await attributes(page, '[data-contacts] a', 'href')).filter((href) => /^(?:mailto:|https:)/.test(href)).length).toBeGreaterThan(
      1,
    );
    await page.keyboard.press('Enter');
    await page.waitForURL(`**${addressOf(owner)}`);
  });

  test('reads what depends on a component: all of it, here or in the complete list', async () => {
    const needed = related(hub ?? '', 'dependencyOf');
    expect(needed.length).toBeGreaterThan(3);
    const page = await browser.open(addressOf(hub ?? ''));
    const section = page.locator('section', { has: page.locator('#dependencyOf') });
    const all = section.locator('.sec-head a');
    if ((await all.count()) > 0) {
      await all.click();
      await page.waitForURL('**/relations/dependencyOf/');
    }
    expect((await refsIn(page.locator('main .rows'))).filter((ref) => needed.includes(ref)).length).toBeGreaterThanOrEqual(needed.length);
  });

  test('gets from a component to its runbook with the mouse', async () => {
    const page = await browser.open(addressOf(serviceRef));
    await page.getByRole('link', { name: 'Runbook' }).first().click();
    await page.waitForURL('**/docs/**');
    expect(await page.locator('h1').innerText()).toMatch(/runbook/i);
  });

  test('gets to the tools of a component, and nowhere else', async () => {
    const page = await browser.open(addressOf(serviceRef));
    const hrefs = await attributes(page, '[data-tools] a', 'href');
    expect(hrefs).toContain('https://fulmar.pagerduty.example/service-directory/PFLGATE');
    expect(hrefs.every((href) => href.startsWith('https://'))).toBe(true);
    expect(await page.locator('[data-annotation="backstage.io/kubernetes-id"]').innerText()).toContain('gate-service');
  });
});

describe('the page of a team', () => {
  test('tells in its tabs who they are, what they own and what is wrong with it', async () => {
    const page = await browser.open(addressOf(team));
    const tabs = page.getByRole('navigation', { name: 'Parts' });
    await tabs.getByRole('link', { name: /^Members/ }).click();
    await page.waitForURL('**/members/');
    expect((await refsIn(page.locator('.people'))).toSorted()).toEqual(related(team, 'hasMember').filter(exists).toSorted());
    await tabs.getByRole('link', { name: /^Ownership/ }).click();
    await page.waitForURL('**/ownership/');
    const owned = new Set(await refsIn(page.locator('.rows')));
    expect(related(team, 'ownerOf').filter((ref) => !owned.has(ref))).toEqual([]);
  });

  test('shows on request what the groups below own, also without scripts', async () => {
    const page = await browser.open(`${addressOf(department)}ownership/`, { javaScriptEnabled: false });
    const before = await refsIn(page.locator('main'));
    await page.locator('details.fold > summary').focus();
    await page.keyboard.press('Enter');
    const after = new Set(await refsIn(page.locator('main')));
    const below = related(department, 'parentOf').flatMap((ref) => related(ref, 'ownerOf'));
    expect(below.length).toBeGreaterThan(1);
    expect(below.filter((ref) => !after.has(ref))).toEqual([]);
    expect(after.size).toBeGreaterThan(new Set(before).size);
  });
});

describe('the organisation', () => {
  test('is found by typing, with the way to it, and comes back when the field is emptied', async () => {
    const page = await browser.open('/teams/');
    const rows = page.locator('li[data-group]:visible');
    const all = await rows.count();
    expect(all).toBe(groups.length);
    await page.locator('[data-teams-close]').click();
    expect(await rows.count()).toBeLessThan(all);
    const title = site.graph.nodes.find((node) => node.ref === team)?.title ?? '';
    await page.getByRole('searchbox', { name: 'Find a group' }).fill(title);
    await eventually(() => refsIn(page.locator('.tree'))).toContain(team);
    expect((await refsIn(page.locator('.tree'))).slice(0, -1)).toContain(related(team, 'childOf')[0]);
    await page.keyboard.press('Enter');
    await page.getByRole('searchbox', { name: 'Find a group' }).fill('');
    await eventually(() => rows.count()).toBeLessThan(all);
    await page.locator('[data-teams-open]').click();
    expect(await rows.count()).toBe(all);
  });

  test('unfolds with the keyboard and without scripts', async () => {
    const page = await browser.open('/teams/', { javaScriptEnabled: false });
    const branch = page.locator('.tree details').first();
    const open = (await branch.getAttribute('open')) !== null;
    await branch.locator('summary').first().focus();
    await page.keyboard.press('Enter');
    expect((await branch.getAttribute('open')) !== null).toBe(!open);
  });
});

describe('the landscape', () => {
  test('shows every system with its parts, and leads to each', async () => {
    const page = await browser.open('/landscape/', { javaScriptEnabled: false });
    const refs = new Set(await refsIn(page.locator('main')));
    const systems = site.entities.filter((entity) => entity.kind === 'System').map(refOf);
    expect(systems.filter((ref) => !refs.has(ref))).toEqual([]);
    expect(systems.flatMap((ref) => related(ref, 'hasPart')).filter((ref) => exists(ref) && !refs.has(ref))).toEqual([]);
    await page.locator('.parts a').first().click();
    await page.waitForURL('**/catalog/**');
  });
});

describe('the diagram of a system', () => {
  test.each([undefined, PHONE])('draws its parts as links, and says the same in lists (%o)', async (viewport) => {
    const system = site.entities.find((entity) => entity.kind === 'System' && related(refOf(entity), 'hasPart').length > 4);
    const ref = system === undefined ? '' : refOf(system);
    const page = await browser.open(`${addressOf(ref)}diagram/`, { javaScriptEnabled: false, ...(viewport !== undefined && { viewport }) });
    const drawn = await page.locator('figure.diagram [data-node]').evaluateAll((all) => all.map((one) => one.getAttribute('data-node')));
    expect(related(ref, 'hasPart').filter((part) => !drawn.includes(part))).toEqual([]);
    const listed = new Set(
      await page.locator('main section [data-entity-ref]').evaluateAll((all) => all.map((one) => one.getAttribute('data-entity-ref'))),
    );
    expect(drawn.filter((one) => !listed.has(one))).toEqual([]);
    await page.locator('figure.diagram a[data-node]').first().click();
    await page.waitForURL((url) => !url.pathname.endsWith('/diagram/'));
  });
});

describe('the file of an entity', () => {
  test('shows what is wrong at its line, and copies the file as it was written', async () => {
    const problem = site.problems.find((one) => one.rule === 'entity/invalid-tag');
    const page = await browser.open(`${addressOf(problem?.subject ?? '')}raw/`, { permissions: ['clipboard-read', 'clipboard-write'] });
    await page.getByRole('link', { name: `Line ${problem?.place?.line}` }).click();
    expect(path(page).endsWith('/raw/')).toBe(true);
    expect(await page.locator(`#L${problem?.place?.line} + .line-note, #L${problem?.place?.line} ~ .line-note`).first().innerText()).toBe(
      problem?.message,
    );
    await page.getByRole('button', { name: 'Copy YAML' }).click();
    await page.waitForSelector('[data-copied]');
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toContain('kind: Component');
    expect(copied).not.toContain(problem?.message);
  });
});
