// Every link of the built site leads somewhere, and every page can be reached by links alone.
import { beforeAll, describe, expect, inject, test } from 'vitest';
import { type BuiltSite, readBuiltSite } from '../support/built-site.ts';
import { type LinkReport, checkLinks } from '../support/site-links.ts';

describe('the built site', () => {
  let site: BuiltSite;
  let report: LinkReport;
  beforeAll(() => {
    site = readBuiltSite(inject('dist'));
    report = checkLinks(site, baseOf(site));
  });

  test('has no link to nothing, no foreign picture or script, no id twice, no inline handler or style', () => {
    expect(report.links).toBeGreaterThan(report.pages.size * 10);
    expect(report.faults).toEqual([]);
  });

  test('has no page that links do not reach', () => {
    const redirects = [...report.pages].filter(([, page]) => page.redirect !== null).map(([address]) => address);
    const found = new Set([...report.reached, ...redirects, '/404.html']);
    expect(site.pages.filter((address) => !found.has(address))).toEqual([]);
  });

  test('gives every page a title of its own', () => {
    const titles = Map.groupBy(
      site.pages.filter((address) => report.pages.get(address)?.redirect === null),
      (address) => /<title>([^<]*)<\/title>/.exec(site.read(address))?.[1],
    );
    expect([...titles].filter(([title, pages]) => title === undefined || title.trim() === '' || pages.length > 1)).toEqual([]);
  });
});

/** The path prefix that the site was built for, as its pages tell their scripts. */
function baseOf(site: BuiltSite): string {
  return /<body[^>]* data-base="([^"]*)"/.exec(site.read('/'))?.[1] ?? '/';
}
