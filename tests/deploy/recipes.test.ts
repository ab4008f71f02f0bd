// The recipes in deploy/ say what the tables of headers say.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { ASK_FIRST, FOR_EVER, IMMUTABLE_FOLDERS } from '../../src/deploy/caching.ts';
import { HEADERS } from '../../src/deploy/headers.ts';

const recipe = (path: string) => readFileSync(`deploy/${path}`, 'utf8');

describe('the recipe for nginx', () => {
  const text = recipe('nginx/portal.conf');

  test('sends the headers of the table and no others', () => {
    const sent = [...text.matchAll(/^\s*add_header (\S+) (?:"([^"]*)"|(\S+)) always;/gm)].map(([, name, quoted, plain]) => ({
      name,
      value: quoted ?? plain,
    }));
    expect(sent.filter(({ name }) => name !== 'Cache-Control')).toEqual(HEADERS);
  });

  test('lets browsers keep what never changes, and nothing else', () => {
    const rows = [...text.matchAll(/^\s*(~\S+|default)\s+"([^"]+)";/gm)].map(([, key = '', value]) => ({ key, value }));
    const valueOf = (path: string) => rows.find(({ key }) => key !== 'default' && new RegExp(key.slice(1)).test(path))?.value;
    expect(rows.find(({ key }) => key === 'default')?.value).toBe(ASK_FIRST);
    for (const folder of IMMUTABLE_FOLDERS) expect(valueOf(`/${folder}a.b`)).toBe(FOR_EVER);
    expect(['/index.html', '/pagefind/pagefind.js', '/docs/_astro/index.html'].map(valueOf)).toEqual([undefined, undefined, undefined]);
  });
});

describe('the recipe for S3 and CloudFront', () => {
  test('sends the headers of the table', () => {
    const { SecurityHeadersConfig: policy } = JSON.parse(recipe('s3-cloudfront/response-headers.json')) as {
      SecurityHeadersConfig: Readonly<Record<string, Readonly<Record<string, string | boolean>>>>;
    };
    const sent: Readonly<Record<string, unknown>> = {
      'Content-Security-Policy': policy['ContentSecurityPolicy']?.['ContentSecurityPolicy'],
      'X-Frame-Options': policy['FrameOptions']?.['FrameOption'],
      'X-Content-Type-Options': policy['ContentTypeOptions'] && 'nosniff',
      'Referrer-Policy': policy['ReferrerPolicy']?.['ReferrerPolicy'],
    };
    expect(sent).toEqual(Object.fromEntries(HEADERS.map(({ name, value }) => [name, value])));
    expect(Object.values(policy).every((part) => part['Override'] === true)).toBe(true);
  });

  test('uploads each step with how long it may be kept', () => {
    const steps = [...recipe('s3-cloudfront/deploy.sh').matchAll(/^upload (\S+) (?:'([^']+)'|(\S+))$/gm)];
    expect(steps.map(([, list, quoted, plain]) => [list, quoted ?? plain])).toEqual([
      ['1-assets.txt', FOR_EVER],
      ['2-files.txt', ASK_FIRST],
      ['3-pages.txt', ASK_FIRST],
    ]);
  });

  interface Answer {
    readonly uri?: string;
    readonly statusCode?: number;
    readonly headers?: { readonly location: { readonly value: string } };
  }
  // A function of CloudFront is a script that defines `handler`.
  const handler = new Function(`${recipe('s3-cloudfront/index-pages.js')}; return handler;`)() as (event: object) => Answer;

  test.each([
    ['/', '/index.html'],
    ['/docs/', '/docs/index.html'],
    ['/docs/a/picture.png', '/docs/a/picture.png'],
    ['/_astro/page.D3RuDPIC.css', '/_astro/page.D3RuDPIC.css'],
  ])('asks the bucket for the file of %s', (uri, file) => {
    expect(handler({ request: { uri } }).uri).toBe(file);
  });

  test.each([
    ['/docs', '/docs/'],
    ['//evil.example', undefined],
    ['//evil', '/evil/'],
    ['/\\evil', '/evil/'],
  ])('leads %s to a folder of the same host', (uri, location) => {
    expect(handler({ request: { uri } }).headers?.location.value).toBe(location);
  });
});

test.each(['cloudflare/wrangler.jsonc', 'netlify/netlify.toml'])('%s has the build write the file of headers', (path) => {
  expect(recipe(path)).toContain('npm run build -- --headers');
});

test('every recipe is named in the overview', () => {
  const overview = recipe('README.md');
  const files = [...overview.matchAll(/\]\(([a-z][^)]+)\)/g)].map(([, file = '']) => file);
  expect(files.length).toBeGreaterThan(7);
  expect(files.filter((file) => recipe(file) === '')).toEqual([]);
});
