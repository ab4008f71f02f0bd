import { describe, expect, test } from 'vitest';
import { parseDecision } from '../../src/docs/decisions.ts';
import type { NavItem } from '../../src/docs/types.ts';
import { build, lines, pageAt } from './fixture.ts';

const PLACE = { source: 'shop', path: 'catalog-info.yaml' };
const outline = (items: readonly NavItem[] | undefined, indent = ''): string[] =>
  (items ?? []).flatMap(({ title, address, children }) => [
    `${indent}${title}${address === null ? '' : ` ${address.replace('/docs/shop/', '/')}`}`,
    ...outline(children, `${indent}  `),
  ]);
const cells = (html: string) =>
  [...html.matchAll(/<tr>(.*?)<\/tr>/gs)].map(([, row = '']) =>
    row
      .replace(/<[^>]+>/g, '')
      .replace(/\s*\n\s*/g, ' | ')
      .replace(/^ \| /, '')
      .replace(/ \|\s*$/, ''),
  );

describe('parseDecision', () => {
  test.each([
    [
      'MADR 4',
      '0001-use-x.md',
      '---\nstatus: accepted\ndate: 2024-01-31\n---\n# Use *X* for `y`\n',
      [1, 'Use X for y', 'Accepted', '2024-01-31'],
    ],
    [
      'MADR 2 and log4brains',
      '20200925-use-x.md',
      '# Use X\n\n- Status: superseded by [20201016](20201016-y.md)\n- Date: 2020-09-26\n',
      [null, 'Use X', 'Superseded by 20201016', '2020-09-26'],
    ],
    [
      'Nygard',
      '0012-use-x.md',
      '# 12. Use X\n\nDate: 2017-02-03\n\n## Status\n\nAccepted\n\n## Context\n',
      [12, 'Use X', 'Accepted', '2017-02-03'],
    ],
    [
      'bold words',
      'ADR-7.md',
      '# ADR-007: Use X\n\n**Status:** Proposed\n**Date**: 2021-05-06 (revised)\n',
      [7, 'Use X', 'Proposed', '2021-05-06'],
    ],
    ['nothing but a name', '2021-05-06-use_some-x.md', 'text', [null, 'Use some x', '', '2021-05-06']],
    ['words of a template', '3-x.md', '---\nstatus: "{proposed | accepted}"\n---\n# X\n\n## Status\n\n## Context', [3, 'X', '', '']],
    ['a status in a list', '4-x.md', '# X\n\n## Status\n\n* deprecated <!-- optional -->', [4, 'X', 'Deprecated', '']],
  ])('%s', (_name, file, text, [number, title, status, date]) => {
    expect(parseDecision(`docs/adr/${file}`, text)).toEqual({ number, title, status, date });
  });

  test.each(['README.md', 'index.md', '0000-template.md', 'adr.md', 'notes-2024.md'])('%s is none', (file) => {
    expect(parseDecision(file, '# X\n\nStatus: accepted')).toBeNull();
  });
});

describe('buildDocs: decisions', () => {
  const decisions = [{ folder: 'docs/adr', place: PLACE }];
  const FILES = {
    'docs/index.md': '# Shop',
    'docs/adr/0010-later.md': '---\nstatus: proposed\ndate: 2024-03-01\n---\n# Later [x] | *y*',
    'docs/adr/0002-first (1).md': '# First\n\n- Status: accepted\n- Date: 2023-01-01',
    'docs/adr/notes.md': '# Notes',
  };

  test('a folder of the docs gets a list with number, status and date, and stands last in the nav', async () => {
    const { site, problems } = await build(FILES, { spec: { decisions } });
    expect(problems).toEqual([]);
    expect(outline(site?.nav)).toEqual([
      'Shop /',
      'Adr',
      '  Notes /adr/notes/',
      'Decision log',
      '  All decisions /adr/',
      '  2. First /adr/0002-first (1)/',
      '  10. Later [x] | y /adr/0010-later/',
    ]);
    const list = pageAt(site, 'adr/');
    expect(list).toMatchObject({ title: 'Decision log', viewUrl: null, editUrl: null });
    expect(cells(list.html)).toEqual([
      'Number | Decision | Status | Date',
      '2 | First | Accepted | 2023-01-01',
      '10 | Later [x] | y | Proposed | 2024-03-01',
    ]);
    expect(list.html).toContain('href="/docs/shop/adr/0002-first%20(1)/"');
    expect(list.html).toContain('href="/docs/shop/adr/0010-later/"');
  });

  test('a folder with an index of its own keeps it, and decisions that the nav names are not named again', async () => {
    const nav = 'nav:\n  - index.md\n  - ADRs:\n    - adr/index.md\n    - adr/0010-later.md\n';
    const { site } = await build({ ...FILES, 'mkdocs.yml': nav, 'docs/adr/index.md': '# Ours' }, { spec: { decisions } });
    expect(pageAt(site, 'adr/').title).toBe('Ours');
    expect(outline(site?.nav)).toEqual([
      'Shop /',
      'ADRs',
      '  Ours /adr/',
      '  Later [x] | *y* /adr/0010-later/'.replaceAll('*', ''),
      'Decision log /adr/decision-log/',
    ]);
  });

  test('a folder outside the docs is shown below the site, and its links work', async () => {
    const { site, problems } = await build(
      { 'docs/index.md': '[first](../adr/1-a.md)', 'adr/1-a.md': '# A\n\n[two](2-b.md)', 'adr/2-b.md': '# B' },
      { spec: { decisions: [{ folder: 'adr', place: PLACE }] } },
    );
    expect(problems).toEqual([]);
    expect(outline(site?.nav).slice(1)).toEqual([
      'Decision log',
      '  All decisions /decisions/',
      '  1. A /decisions/1-a/',
      '  2. B /decisions/2-b/',
    ]);
    expect(pageAt(site, '').html).toContain('href="/docs/shop/decisions/1-a/"');
    expect(pageAt(site, 'decisions/1-a/').html).toContain('href="/docs/shop/decisions/2-b/"');
  });

  test('a folder that is not there is reported where it is named', async () => {
    const result = await build({ 'docs/index.md': '' }, { spec: { decisions } });
    expect(lines(result)).toEqual([
      'catalog-info.yaml:: docs/missing-folder There is no file in the folder "docs/adr", which should hold decisions.',
    ]);
    expect(outline(result.site?.nav)).toEqual(['Home /']);
  });

  test('what authors write is no Markdown and no HTML in the list', async () => {
    const { site } = await build(
      { 'docs/adr/1-a.md': '# <b onclick=x>A</b> ![i](javascript:x)\n\nStatus: [x](javascript:y) <script>z</script> `|` \\' },
      { spec: { decisions } },
    );
    const { html } = pageAt(site, 'adr/');
    expect(html).not.toMatch(/<b|<script|javascript:/);
    expect(cells(html)[1]).toContain('&#x3C;b onclick=x>A');
  });
});
