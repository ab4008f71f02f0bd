// The syntaxes of MkDocs, Python-Markdown and PyMdown: everything in them that takes text, names or attributes of an author.
import type { Family, Row } from '../vector.ts';

const r = String.raw;

/** What authors may try to slip into a place that takes plain words. */
const WORDS: readonly Row[] = [
  ['an element', r`<img src=x onerror=@js>`],
  ['a script', r`</div><script>@js</script>`],
  ['a quote', r`x" onclick="@js`],
  ['a link', r`[x](javascript:@js)`],
  ['entities', r`&lt;img src=x onerror=@js&gt; &quot; onclick=&quot;@js`],
];

/** The same words in one place of a syntax. */
const inside = (place: string, make: (words: string) => string): Row[] => WORDS.map(([name, words]) => [`${place}: ${name}`, make(words)]);

const fence = (info: string, text = 'x') => `\`\`\`${info}\n${text}\n\`\`\``;

export const ATTRIBUTES: Family = {
  family: 'Attribute list',
  rows: [
    ...[
      ['a heading', (list: string) => `### x ${list}`],
      ['a paragraph', (list: string) => `x\n${list}`],
      ['emphasis', (list: string) => `*x*${list}`],
      ['a link', (list: string) => `[x](#)${list}`],
      ['an image', (list: string) => `![x](x.png)${list}`],
      ['code', (list: string) => `\`x\`${list}`],
      ['a table', (list: string) => `| a | b |\n| - | - |\n| x | y |\n${list}`],
      ['a list', (list: string) => `- x\n- y\n\n${list}`],
      ['an item', (list: string) => `- x ${list}\n- y`],
      ['a quote', (list: string) => `> x\n${list}`],
    ].map(([name, make]): Row => [
      `handlers on ${name as string}`,
      (make as (list: string) => string)(
        `{: onclick="@js" onerror="@js" style="background:url(@url.png)" href="javascript:@js" src="@url.png" .x }`,
      ),
    ]),
    ['quote in a value', r`*x*{ title='" onclick="@js' }`],
    ['quote in an id', r`*x*{ #x"onclick="@js }`],
    ['quote in a class', r`*x*{ .x"onclick="@js }`],
    ['link becomes a script', r`[x](#){ href="javascript:@js" target="_blank" ping="@url" rel="opener" }`],
    ['image from elsewhere', r`![x](x.png){ srcset="@url.png" data-src="@url.png" width="1" onload="@js" }`],
    ['data attributes', r`*x*{ data-copy="@js" data-live-href="javascript:@js" data-toc data-icon="x" }`],
    ['custom element', r`*x*{ is="x-evil" slot="x" part="x" contenteditable tabindex=1 accesskey=a }`],
    ['classes of the portal', r`*x*{ .search-dialog .docs-nav .mermaid-source .top } ` + 'y\n{: .diagram .skip hidden }'],
    ['long list', `*x*{ ${'.a '.repeat(400)}onclick="@js" }`],
  ],
};

export const CODE: Family = {
  family: 'Code block',
  rows: [
    ...inside('title', (words) => fence(`py title="${words.replaceAll('"', "'")}"`)),
    ...inside('title in braces', (words) => fence(`{.py title='${words.replaceAll("'", '"')}'}`)),
    ...inside('language', (words) => fence(words.replace(/\s/g, ''))),
    ...inside('line of code', (words) => fence('html', words)),
    ...inside('plain line', (words) => fence('', words)),
    ['line numbers', fence('py linenums="1 onclick=@js" hl_lines="1-99999999999 onclick=@js"')],
    ['id', fence('{.py #x"onclick="@js }')],
    ['classes', fence('{.py .search-dialog .x" onclick="@js }')],
    ['language of the prototype', `${fence('__proto__')}\n\n${fence('constructor')}\n\n${fence('toString')}`],
    ['language in HTML', r`<pre><code class="language-__proto__ language-html" onclick=@js>&lt;img src=x onerror=@js&gt;</code></pre>`],
    ['language in a line', '`#!html <img src=x onerror=@js>` `:::"><img src=x onerror=@js> x`'],
    ['annotation with an element', '``` { .yaml .annotate }\nx: y # (1)!\n```\n\n1. <img src=x onerror=@js> [x](javascript:@js)'],
    [
      'annotation with a script',
      '``` { .html .annotate }\n<!-- (1)! --> </code><script>@js</script>\n```\n\n1.  ``` html title="<svg onload=@js>"\n    <script>@js</script>\n    ```',
    ],
    ['colours of a terminal', fence('ansi', '\u001B]8;;javascript:@js\u0007x\u001B]8;;\u0007 \u001B[31m<img src=x onerror=@js>')],
    ['mermaid in HTML', r`<pre class="mermaid"><code>flowchart TD; A["<img src=x onerror=@js>"]</code></pre>`],
  ],
};

export const BLOCKS: Family = {
  family: 'Block',
  rows: [
    ...inside('admonition title', (words) => `!!! note "${words.replaceAll('"', "'")}"\n    ${words}`),
    ...inside('admonition kind', (words) => `!!! ${words}\n    x`),
    ...inside('folded admonition', (words) => `??? warning "${words.replaceAll('"', "'")}"\n    ${words}`),
    ...inside('tab title', (words) => `=== "${words.replaceAll('"', "'")}"\n    ${words}\n\n=== "y"\n    z`),
    ...inside('alert', (words) => `> [!NOTE] ${words}\n> ${words}`),
    ...inside('slash block title', (words) => `/// note | ${words}\n${words}\n///`),
    ...inside('slash block tab', (words) => `/// tab | ${words}\n${words}\n///`),
    ...inside(
      'slash block details',
      (words) => `/// details | ${words}\n    open: true\n    type: "${words.replaceAll('"', "'")}"\n\n${words}\n///`,
    ),
    ...inside('caption', (words) => `x\n\n/// caption\n${words}\n///`),
    ...inside('definition', (words) => `${words}\n:   ${words}`),
    ...inside('footnote', (words) => `x[^n@id]\n\n[^n@id]: ${words}`),
    ...inside('abbreviation', (words) => `XQZ@id is short\n\n*[XQZ@id]: ${words}`),
    ...inside('table cell', (words) => `| ${words} | a |\n| :-- | --: |\n| ${words} | b |`),
    ...inside('task', (words) => `- [x] ${words}\n- [ ] ${words}`),
    ...inside('grid', (words) => `<div class="grid cards" markdown>\n\n- ${words}\n- y\n\n</div>`),
    ...inside('Markdown in HTML', (words) => `<div markdown onclick=@js>\n\n${words}\n\n</div>`),
    ...inside('heading', (words) => `### ${words}`),
    ...inside('quote', (words) => `> ${words}`),
    ['admonition with a kind of CSS', r`!!! search-dialog docs-nav "x"` + '\n    y'],
    ['admonition inline', r`!!! note inline end onclick=@js "x"` + '\n    y'],
    ['slash block of a script', '/// html | script\n@js\n///'],
    ['slash block of a style', '/// html | style\n@import url(@url.css)\n///'],
    ['slash block of a frame', '/// html | iframe[src="@url"]\n///\n\n/// html | iframe[srcdoc="<script>parent.@js</script>"]\n///'],
    ['slash block of a form', '/// html | form[action="javascript:@js"]\n\n<button>x</button>\n///'],
    ['slash block with a handler', '/// html | div[onclick="@js"][onmouseover=@js].x#y\nx\n///'],
    ['slash block with a style', '/// html | div[style="background:url(@url.png)"]\nx\n///'],
    ['slash block of an image', '/// html | img[src=x][onerror="@js"]\n///\n\n/// html | img[src="@url.png"]\n///'],
    ['slash block of a link', '/// html | a[href="javascript:@js"]\nx\n///'],
    ['slash block of a video', '/// html | video[src="@url.mp4"][poster="@url.png"][autoplay]\n///'],
    [
      'slash block of the prototype',
      '/// html | div[__proto__="x"][constructor="x"][className="search-dialog"][dataCode="0"][dataIcon="x"][dataMath="inline"]\n\\href{javascript:@js}{x}\n///',
    ],
    ['slash block of odd names', '/// html | div[onclick\n="@js"]\nx\n///\n\n/// html | <script>@js</script>\n///'],
    [
      'slash block with attributes',
      `/// note | x\n    attrs: {onclick: "@js", style: "background:url(@url.png)", class: "search-dialog", id: "main", href: "javascript:@js"}\n\ny\n///`,
    ],
    ['slash block with names of YAML', `/// note | x\n    attrs: {__proto__: {onclick: "@js"}, "onclick=@js x": y}\n\ny\n///`],
    ['slash block of JavaScript', '/// javascript\n@js\n///\n\n/// script | x\n@js\n///'],
    ['Markdown in a script', '<script markdown>\n@js\n</script>'],
    ['Markdown in a frame', '<iframe markdown="1" src="@url">\n\nx\n\n</iframe>'],
    ['Markdown in a span', r`<span markdown onclick=@js>**x** [y](javascript:@js)</span>`],
    ['Markdown in a block', '<div markdown="block" style="background:url(@url.png)">\n<p markdown="span" onclick=@js>x</p>\n</div>'],
    ['footnote by name', 'x[^" onclick="@js]\n\n[^" onclick="@js]: y'],
    ['footnote of the portal', 'x[^main]\n\n[^main]: y'],
    ['abbreviation by name', '<img src=x onerror=@js>\n\n*[<img src=x onerror=@js>]: y'],
    ['list of contents', '[TOC]\n\n### <img src=x onerror=@js>\n\n### [x](javascript:@js) {#"onclick="@js}'],
    ['front matter in the middle', '---\ntitle: <img src=x onerror=@js>\n---'],
    ['snippet of what is outside', '--8<-- "../../../portal.yaml"'],
    ['snippet from elsewhere', '--8<-- "@url.md"'],
    ['snippet of a script', '--8<-- "evil.html"\n\n```html\n--8<-- "evil.html"\n```'],
    ['snippet by name', '--8<-- "<img src=x onerror=@js>.md"'],
    ['snippet with markers', '--8<--\nevil.html\n"><img src=x onerror=@js>\n--8<--'],
    [
      'variables of a template',
      '{{ "<img src=x onerror=@js>" }} {% raw %}<script>@js</script>{% endraw %} {{ constructor.constructor("@js")() }}',
    ],
    ['MDX', 'import x from "@url"\n\nexport const y = @js\n\n<Evil onClick={() => @js} />\n\n{@js}'],
    ['wiki of old', '{{{ <script>@js</script> }}} [@url x] !img.png!'],
  ],
};

export const INLINE: Family = {
  family: 'Inline syntax',
  rows: [
    ...inside('insertion', (words) => `^^${words}^^ {++${words}++}`),
    ...inside('deletion', (words) => `~~${words}~~ {--${words}--}`),
    ...inside('mark', (words) => `==${words}== {==${words}==}`),
    ...inside('remark', (words) => `{>>${words}<<}`),
    ...inside('replacement', (words) => `{~~${words}~>${words}~~}`),
    ...inside('raised', (words) => `x^${words.replace(/\s/g, '')}^ H~${words.replace(/\s/g, '')}~O`),
    ...inside('keys', (words) => `++ctrl+"${words.replaceAll('"', "'")}"++ ++${words.replace(/\s/g, '')}++`),
    ...inside('emphasis', (words) => `**${words}** _${words}_ ***${words}***`),
    ['keys of the prototype', '++constructor++ ++__proto__++ ++toString++'],
    ['emoji', ':smile" onerror="@js: :<img src=x onerror=@js>: :__proto__: :constructor: :toString:'],
    ['icon by path', ':material-../../../../../etc/passwd: :octicons-..%2f..%2fx-16: :fontawesome-solid-__proto__: :simple-constructor:'],
    [
      'icon with attributes',
      ':material-account:{ onclick="@js" style="background:url(@url.png)" .search-dialog title=\'" onclick="@js\' }',
    ],
    ['icon with a link', '[:material-account:{ .lg }](javascript:@js){ .md-button onclick="@js" }'],
    [
      'icon by mark',
      '<span data-icon="material-account" onclick=@js>x</span><span data-icon="__proto__">x</span><span data-icon="../x">x</span>',
    ],
    [
      'code by mark',
      '<code data-code="0" onclick=@js>x</code><code data-code="99999">x</code><code data-code="-1">x</code><code data-code="__proto__">x</code>',
    ],
    [
      'formula by mark',
      r`<code data-math="block">\href{javascript:@js}{x}</code><code data-math="inline" onclick=@js>\htmlData{a=b}{x}</code>`,
    ],
    ['symbols', '(tm) --> <-- <img src=x onerror=@js-->'],
    ['smart quotes', `"onclick=@js" 'x' <p title="'>x</p>`],
    ['bare mail', 'x"onclick="@js@example.org <x@example.org"onclick="@js>'],
    ['line break', 'x  \n<br onclick=@js>\\\ny'],
    ['control characters', 'a\u0008\u001B[31mb\u009Dc\u2028d\u2029e\uFFFEf<img src=x onerror=@js>'],
    ['half of a pair', `a\uD83D<img src=x onerror=@js>\uDE00b`],
    ['directions', '\u202E<img src=x onerror=@js>\u202C \u2066x\u2069'],
  ],
};
