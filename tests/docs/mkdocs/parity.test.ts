// Callboard and MkDocs side by side on public repositories: the same pages, ids of headings, nav and visible text.
import { existsSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type Difference, compareSite } from './compare.ts';
import { buildReference, mkdocsVersion } from './reference.ts';
import { REPOSITORIES, listSites } from './sites.ts';

const version = mkdocsVersion();
const repositories = existsSync(REPOSITORIES) && version !== null ? readdirSync(REPOSITORIES).sort() : [];
const sites = listSites(repositories);
const pymdownx = Number.parseInt(version?.split(' ').at(-1) ?? '0', 10);

/** Share that must be equal, deliberate differences apart. */
const LEAST: readonly { readonly what: Difference['what']; readonly share: number }[] = [
  { what: 'page', share: 1 },
  { what: 'nav', share: 1 },
  { what: 'ids', share: 0.99 },
  { what: 'text', share: 0.99 },
];

describe.skipIf(sites.length === 0)(`buildDocs beside MkDocs ${version ?? ''}`, { timeout: 600_000 }, () => {
  test('public repositories have the same pages, ids, nav and text', async () => {
    const counts = { page: 0, ids: 0, nav: 0, text: 0 };
    const differences: (Difference & { readonly site: string })[] = [];
    for (const repository of repositories) {
      const own = sites.filter((site) => site.repository === repository);
      const references = buildReference(own, version ?? '');
      for (const site of own) {
        const reference = references.get(site.name);
        expect(reference?.error, site.name).toBeUndefined();
        if (reference === undefined) continue;
        const found = await compareSite(site, reference);
        const whole = pymdownx >= (site.pymdownx ?? 0);
        counts.page += found.pages;
        counts.nav += found.navLines;
        for (const what of ['ids', 'text'] as const) counts[what] += whole ? found.pages : 0;
        const compared = found.differences.filter(({ what }) => whole || (what !== 'ids' && what !== 'text'));
        differences.push(...compared.map((difference) => ({ ...difference, site: site.name })));
      }
    }
    expect(counts.page).toBeGreaterThan(700);
    for (const { what, share } of LEAST) {
      const mistakes = differences.filter((difference) => difference.what === what && difference.why.length === 0);
      const names = mistakes.map(({ site, url }) => `${site} ${url}`);
      expect(1 - mistakes.length / counts[what], `${what}: ${names.join(', ')}`).toBeGreaterThanOrEqual(share);
    }
  });
});
