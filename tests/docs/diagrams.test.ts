// Pages whose diagrams a server draws: the server is a function here.
import { describe, expect, test } from 'vitest';
import { type DrawDiagrams, type Drawing, diagramLanguage } from '../../src/lib/diagrams.ts';
import { lines, renderPage } from './fixture.ts';

const PICTURE = '<svg viewBox="0 0 9 9"><path id="a" d="M0 0h9"/><text>words</text></svg>';

/** Draws with a table of answers by source, and notes what it was asked. */
function server(answers: Readonly<Record<string, Drawing>> = {}) {
  const asked: string[] = [];
  const draw: DrawDiagrams = async (diagrams) => {
    asked.push(...diagrams.map(({ language, source }) => `${language}: ${source}`));
    return { drawings: new Map(diagrams.map(({ key, source }) => [key, answers[source] ?? { svg: PICTURE }])), problems: [] };
  };
  return { asked, draw };
}

describe('diagrams of a page', () => {
  test('are asked for once each, and drawn with ids and labels of their own', async () => {
    const { asked, draw } = server();
    const page =
      '```plantuml alt="Who \\"<b>\\""\na -> b\n```\n\n```puml title="Again"\na -> b\n```\n\n::uml::\na -> b\n::end-uml::\n\n```d2\nx\n```';
    const { html, problems } = await renderPage(page, {}, { draw });
    expect(asked).toEqual(['plantuml: a -> b', 'd2: x']);
    expect(problems).toEqual([]);
    expect([...html.matchAll(/<svg [^>]*aria-label="([^"]*)"/g)].map(([, label]) => label)).toEqual([
      'Who ',
      'Again',
      'PlantUML diagram, described by its source',
      'D2 diagram, described by its source',
    ]);
    expect([...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id)).toEqual(['Drawing-0-a', 'Drawing-1-a', 'Drawing-2-a', 'Drawing-3-a']);
    expect(html.match(/<summary>Source<\/summary><pre tabindex="0"><code>/g)).toHaveLength(4);
  });

  test('that are not valid stay as source, and are told with the line in the file', async () => {
    const { draw } = server({
      'a\nb': { error: 'b is no word', line: 2 },
      c: { error: 'it is wrong', line: null },
      d: { svg: '<p>no picture' },
    });
    const result = await renderPage('text\n\n```d2\na\nb\n```\n\n- item\n\n    ```d2\n    c\n    ```\n\n```d2\nd\n```\n', {}, { draw });
    expect(lines(result)).toEqual([
      'docs/index.md:5: docs/bad-diagram The diagram cannot be drawn: b is no word.',
      'docs/index.md:10:5 docs/bad-diagram The diagram cannot be drawn: it is wrong.',
      'docs/index.md:14:1 docs/bad-diagram The diagram cannot be drawn: what the server answered is no drawing.',
    ]);
    expect(result.html.match(/<p class="diagram-note">This diagram cannot be drawn. Its source:<\/p><pre/g)).toHaveLength(3);
    expect(result.html).not.toContain('<svg');
  });

  test('that nobody could be asked for stay as source without a word of theirs', async () => {
    const result = await renderPage('```d2\na\n```', {}, { draw: server({ a: { undrawn: 'not-asked' } }).draw });
    expect(lines(result)).toEqual([]);
    expect(result.html).toContain('<p class="diagram-note">This diagram was not drawn when the page was built. Its source:</p><pre');
  });

  test('are never text of the page that looks like their marks', async () => {
    const marks = '\\0000:x\\0 &#0;0:x&#0; \u00000:x\u0000';
    const { draw } = server();
    const { html } = await renderPage(
      `${marks.replaceAll('\u0000', '')}\n\n<p title="&#0;0:x&#0;">y</p>\n\n\`\`\`d2\na\n\`\`\``,
      {},
      { draw },
    );
    expect(html.match(/<svg/g)).toHaveLength(1);
    expect(html).not.toContain('\u0000');
  });

  test('stay as source where there are very many, or none', async () => {
    const { asked, draw } = server();
    const many = Array.from({ length: 60 }, (_, index) => `\`\`\`d2\nx${index}\n\`\`\``).join('\n\n');
    const { html } = await renderPage(`${many}\n\n\`\`\`d2\n\n\`\`\``, {}, { draw });
    expect(asked).toHaveLength(50);
    expect(html.match(/<svg/g)).toHaveLength(50);
    expect(html.match(/<figure class="code"/g)).toHaveLength(61);
  });

  test('take in the files of the repository that PlantUML includes', async () => {
    const files = {
      'docs/shared/style.puml': '@startuml\nskinparam x\n!include more.puml\n!include_once style.puml\n@enduml\n',
      'docs/shared/more.puml': "' more",
      'docs/more.puml': "' another",
      'diagrams/actors.puml': 'actor A\n',
    };
    const page =
      '```plantuml\n@startuml\n!include shared/style.puml\n!include diagrams/actors.puml!1\n!include <C4/C4_Context>\n!include https://x.example/a.puml\n!include nowhere.puml\n!include ../../../etc/passwd\na -> b\n@enduml\n```';
    const source = [
      '@startuml',
      'skinparam x',
      "' more",
      '!include_once style.puml',
      'actor A',
      '!include <C4/C4_Context>',
      '!include https://x.example/a.puml',
      '!include nowhere.puml',
      '!include ../../../etc/passwd',
      'a -> b',
      '@enduml',
    ].join('\n');
    const { asked, draw } = server({ [source]: { error: 'it is wrong', line: 10 } });
    const result = await renderPage(page, files, { draw });
    expect(asked).toEqual([`plantuml: ${source}`]);
    // `a -> b` stands in line 9 of the page.
    expect(lines(result)).toEqual(['docs/index.md:9: docs/bad-diagram The diagram cannot be drawn: it is wrong.']);
    expect(result.html).toContain('!include shared/style.puml');
  });

  test('take in no file without end', async () => {
    const files = {
      'docs/a.puml': '!include b.puml\n!include b.puml',
      'docs/b.puml': '!include a.puml\nx\n!include c.puml',
      'docs/c.puml': 'y'.repeat(150_000),
    };
    const { asked, draw } = server();
    await renderPage('```puml\n!include a.puml\n!include a.puml\n```', files, { draw });
    expect(asked[0]?.length).toBeLessThan(300_000);
  });

  test('keep links of the page whole', async () => {
    const others = { 'docs/other.md': '# Other' };
    const { html } = await renderPage('```d2\na\n```\n\n[x](other.md#nothing)', others, { draw: server().draw });
    expect(html).toContain('<a href="/docs/shop/other/">x</a>');
  });
});

describe('diagramLanguage(name)', () => {
  test.each([
    ['plantuml', 'plantuml'],
    ['PUML', 'plantuml'],
    ['kroki-bpmn', 'bpmn'],
    ['vega-lite', 'vegalite'],
    ['mermaid', null],
    ['dot', null],
    ['python', null],
    ['__proto__', null],
  ])('%s is %j', (name, language) => {
    expect(diagramLanguage(name)).toBe(language);
  });
});
