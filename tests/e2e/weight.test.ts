// Pages of entities stay light: 40 KB of HTML, styles and scripts, compressed, before anybody touches them.
import { describe, expect, inject, test } from 'vitest';
import { readBuiltSite } from '../support/built-site.ts';
import { createScales } from '../../scripts/bench-browser/page-weight.ts';

const MOST = 40 * 1024;

const site = readBuiltSite(inject('dist'));
const weigh = createScales(site.read);
const pages = site.pages.filter((page) => /^\/(?:catalog\/[^/]+\/[^/]+\/[^/]+\/|teams\/$|landscape\/$)/.test(page));

describe('pages of entities', () => {
  test('weigh at most 40 KB', () => {
    expect(pages.length).toBeGreaterThan(200);
    const heavy = pages.map((path) => ({ path, ...weigh(path) })).filter(({ total }) => total > MOST);
    expect(heavy).toEqual([]);
  });

  test('are weighed with their styles and scripts', () => {
    const { html, styles, scripts } = weigh(pages[0] ?? '/');
    expect([html, styles, scripts].every((part) => part > 1_000)).toBe(true);
  });
});
