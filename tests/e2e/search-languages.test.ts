// An organisation that writes in several languages finds what it has written in each, with one question, from any page.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { callboard } from '../support/callboard.ts';
import { type ServedSite, serveSite } from '../support/serve-site.ts';
import { useBrowser } from './browser.ts';
import { attributes, eventually } from './reading.ts';

const FILES: Readonly<Record<string, string>> = {
  'portal.yaml':
    'title: Reederei\nsite: https://reederei.example\nsources:\n  - path: org\n  - {path: handbuch, docs: .}\n  - {path: tebiki, docs: .}\n  - {path: manual, docs: .}\n',
  'org/catalog-info.yaml':
    'apiVersion: backstage.io/v1alpha1\nkind: Group\nmetadata: {name: hafen, title: Hafenmeister}\nspec: {type: team, children: []}\n---\napiVersion: backstage.io/v1alpha1\nkind: Component\nmetadata: {name: yoyaku, title: 予約システム, description: 乗船券の支払いを受け付ける}\nspec: {type: service, lifecycle: production, owner: hafen}\n',
  'handbuch/mkdocs.yml': 'site_name: Handbuch\ntheme: {language: de}\n',
  'handbuch/docs/index.md': '# Handbuch\n\n## Gebühren\n\nDie Rechnungen werden nachts verschickt.\n',
  'tebiki/mkdocs.yml': 'site_name: 手引き\n',
  'tebiki/docs/index.md': '# 手引き\n\n## 運賃の払い戻し\n\n欠航した場合は運賃を払い戻します。窓口で手続きをしてください。\n',
  'manual/mkdocs.yml': 'site_name: Manual\n',
  'manual/docs/index.md': '# Manual\n\n## Moorings\n\nWe were deploying new buoys yesterday.\n',
};

const parent = mkdtempSync(join(tmpdir(), 'callboard-languages-'));
for (const [path, text] of Object.entries(FILES)) {
  mkdirSync(dirname(join(parent, path)), { recursive: true });
  writeFileSync(join(parent, path), text);
}
const built = await callboard(['build', '--config', join(parent, 'portal.yaml'), '--out', join(parent, 'dist')], {
  CALLBOARD_CACHE: join(parent, 'cache'),
});
if (built.code !== 0) throw new Error(built.stderr);
const served: ServedSite = await serveSite(join(parent, 'dist'));
afterAll(async () => {
  await served.close();
  rmSync(parent, { recursive: true, force: true });
});
const browser = useBrowser(served.origin);

const DIALOG = '#search-dialog';

describe('the search of an organisation of several languages', () => {
  test.each([
    { question: 'Rechnung', language: 'German', href: '/docs/handbuch/#gebuhren' },
    { question: 'gebuhren', language: 'German, without its dots', href: '/docs/handbuch/#gebuhren' },
    { question: '払い戻し', language: 'Japanese', href: '/docs/tebiki/' },
    { question: '予約', language: 'a Japanese title', href: '/catalog/default/component/yoyaku/' },
    { question: '乗船券', language: 'a Japanese description', href: '/catalog/default/component/yoyaku/' },
    { question: 'deploy', language: 'English', href: '/docs/manual/#moorings' },
  ])('finds $question: $language', async ({ question, href }) => {
    const page = await browser.open('/');
    await page.keyboard.press('/');
    await page.locator(`${DIALOG} input[name=q]`).fill(question);
    await eventually(() => page.locator(`${DIALOG} .search-status`).innerText()).toMatch(/result|Nothing/);
    const found = (await attributes(page, `${DIALOG} [data-search-result]`, 'href')).map(decodeURIComponent);
    expect(
      found.some((one) => one.startsWith(decodeURIComponent(href))),
      found.join(' '),
    ).toBe(true);
  });

  test('marks the language of docs for whoever reads them aloud', async () => {
    const page = await browser.open('/docs/handbuch/');
    expect(await page.locator('article').getAttribute('lang')).toBe('de');
  });

  test('describes itself to browsers and launchers', async () => {
    const page = await browser.open('/');
    const href = await page.locator('link[rel=search]').getAttribute('href');
    const text = await page.evaluate(async (address) => (await fetch(address ?? '')).text(), href);
    expect(text).toContain('template="https://reederei.example/search/?q={searchTerms}"');
  });
});
