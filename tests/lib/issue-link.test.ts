import { describe, expect, test } from 'vitest';
import { issueLink } from '../../src/lib/issue-link.ts';

const GITHUB = { address: 'https://github.com/acme/shop/issues/new', title: 'title', body: 'body' };
const GITLAB = { address: 'https://gitlab.com/acme/shop/-/issues/new', title: 'issue[title]', body: 'issue[description]' };
const REPORT = {
  title: 'Docs: Set up & run',
  page: 'https://portal.acme.example/docs/shop/setup/',
  source: 'https://github.com/acme/shop/blob/main/docs/setup.md',
};

/** What the form of a host is filled in with. */
function fields(link: string, names = GITHUB): { title: string | null; body: string | null } {
  const { searchParams } = new URL(link);
  return { title: searchParams.get(names.title), body: searchParams.get(names.body) };
}

describe('issueLink(form, report)', () => {
  test('fills in the title, the page and its file', () => {
    const link = issueLink(GITHUB, REPORT);
    expect(link.startsWith(`${GITHUB.address}?title=Docs%3A%20Set%20up%20%26%20run&body=`)).toBe(true);
    expect(fields(link).body).toBe(`Page: ${REPORT.page}\nFile: ${REPORT.source}\n\n`);
  });

  test('quotes what is selected, line by line, before that', () => {
    const { title, body } = fields(issueLink(GITLAB, { ...REPORT, quote: '  Run   it\n\n\nwith `npm start` <b>&</b>\n' }), GITLAB);
    expect(title).toBe(REPORT.title);
    expect(body).toBe(`> Run it\n> with \`npm start\` <b>&</b>\n\nPage: ${REPORT.page}\nFile: ${REPORT.source}\n\n`);
  });

  test('says nothing of a file that a page does not have', () => {
    expect(fields(issueLink(GITHUB, { ...REPORT, source: null })).body).toBe(`Page: ${REPORT.page}\n\n`);
  });

  test.each([
    ['a long text', 'word '.repeat(50_000)],
    ['a text whose characters take nine times their length', '漢字'.repeat(5_000)],
    ['pairs of surrogates', '😀'.repeat(5_000)],
    ['lone surrogates', '\uD83D'.repeat(5_000)],
    ['nothing but breaks', ' \n'.repeat(100_000)],
  ])('stays short for %s', (_, quote) => {
    const link = issueLink(GITHUB, { ...REPORT, quote });
    expect(link.length).toBeLessThanOrEqual(6000);
    const { body } = fields(link);
    expect(body).toContain(`Page: ${REPORT.page}`);
    if (quote.trim() !== '') expect(body).toMatch(/^> .{300,}…$/m);
  });

  test('cuts a long title, and leaves the text to the reporter when the addresses alone are too long', () => {
    const link = issueLink(GITHUB, { title: 'x'.repeat(500), page: `https://portal.example/${'y'.repeat(9000)}`, source: null });
    expect(link).toBe(`${GITHUB.address}?title=${'x'.repeat(149)}%E2%80%A6`);
  });
});
