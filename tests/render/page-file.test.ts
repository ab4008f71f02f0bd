import { describe, expect, test } from 'vitest';
import { pageAddress, pageFile } from '../../src/render/page-file.ts';

const PAGE = { type: 'page' };
const ENDPOINT = { type: 'endpoint' };

describe('pageFile(route, pathname) and pageAddress(route, pathname)', () => {
  test.each([
    [PAGE, '/', '/', 'index.html'],
    [PAGE, '/catalog', '/catalog/', 'catalog/index.html'],
    [PAGE, '/catalog/default/component/a.b/', '/catalog/default/component/a.b/', 'catalog/default/component/a.b/index.html'],
    [PAGE, '/docs/a/über uns', '/docs/a/über uns/', 'docs/a/über uns/index.html'],
    [PAGE, '/404', '/404/', '404.html'],
    [PAGE, '/docs/404', '/docs/404/', 'docs/404/index.html'],
    [ENDPOINT, '/api/graph.json', '/api/graph.json', 'api/graph.json'],
    [ENDPOINT, '/docs/site/llms.txt', '/docs/site/llms.txt', 'docs/site/llms.txt'],
  ])('%o %s is asked for as %s and written to %s', (route, pathname, address, file) => {
    expect(pageAddress(route, pathname)).toBe(address);
    expect(pageFile(route, pathname)).toBe(file);
  });
});
