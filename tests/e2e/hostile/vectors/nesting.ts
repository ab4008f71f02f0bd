// Raw HTML that means something else when it is parsed a second time: foreign content, tables, forms, and names that hide globals.
import type { Family } from '../vector.ts';

const r = String.raw;

export const NESTING: Family = {
  family: 'HTML nesting',
  rows: [
    ['style in math', r`<math><style><img src=x onerror=@js></style></math>`],
    [
      'style in a glyph',
      r`<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=x onerror=@js&gt;"></style></mglyph></table></mtext></math>`,
    ],
    [
      'glyph in a table in a form',
      r`<form><math><mtext></form><form><mglyph><style></math><img src=x onerror=@js></style></mglyph></form>`,
    ],
    ['malignmark', r`<math><mtext><malignmark><style><a title="</style><img src=x onerror=@js>"></style></malignmark></mtext></math>`],
    ['annotation as HTML', r`<math><annotation-xml encoding="text/html"><img src=x onerror=@js></annotation-xml></math>`],
    [
      'annotation as XHTML',
      r`<math><semantics><annotation-xml encoding="application/xhtml+xml"><script>@js</script></annotation-xml></semantics></math>`,
    ],
    ['annotation with style', r`<math><annotation-xml encoding="text/html"><style><img src=x onerror=@js></style></annotation-xml></math>`],
    [
      'annotation with a drawing',
      r`<math><annotation-xml><svg><foreignObject><style><img src=x onerror=@js></style></foreignObject></svg></annotation-xml></math>`,
    ],
    ['text of a drawing', r`<svg><desc><table><style><img src=x onerror=@js></style></table></desc></svg>`],
    ['title of a drawing', r`<svg><title><style><img src=x onerror=@js></style></title></svg>`],
    ['drawing in style', r`<svg><style><a title="</style><img src=x onerror=@js>"></a></style></svg>`],
    ['paragraph in a drawing', r`<svg></p><style><a title="</style><img src=x onerror=@js>"></a></style></svg>`],
    ['break in a drawing', r`<svg><br><style><img title="</style><img src=x onerror=@js>"></style>`, 'alone'],
    ['drawing in a drawing', r`<svg><svg><foreignobject><b><style><img src=x onerror=@js></style></b></foreignobject></svg></svg>`],
    ['drawing in math in a drawing', r`<svg><math><mi><svg><style><img src=x onerror=@js></style></svg></mi></math></svg>`],
    ['template in math', r`<math><template><mo><template><style><img src=x onerror=@js></style></template></mo></template></math>`],
    ['noscript with a quote', r`<noscript><p title="</noscript><img src=x onerror=@js>"></noscript>`],
    ['noscript in a paragraph', r`<p><noscript><a title="</noscript><img src=x onerror=@js>">x</a></noscript></p>`],
    ['noembed with a quote', r`<noembed><p title="</noembed><img src=x onerror=@js>"></noembed>`],
    ['xmp with a quote', r`<xmp><p title="</xmp><img src=x onerror=@js>"></xmp>`],
    ['iframe with a quote', r`<iframe><p title="</iframe><img src=x onerror=@js>"></iframe>`],
    ['textarea with a quote', r`<textarea><p title="</textarea><img src=x onerror=@js>"></textarea>`],
    ['title with a quote', r`<title><p title="</title><img src=x onerror=@js>"></title>`],
    ['select with a script', r`<select><script>@js</script><option><style></select><img src=x onerror=@js></style></option></select>`],
    ['select with a drawing', r`<select><svg><style><img src=x onerror=@js></style></svg></select>`],
    ['comment in a comment', r`<!-- <!-- --><img src=x onerror=@js> -->`],
    ['comment with a bang', r`<!--!><img src=x onerror=@js>-->`],
    ['comment in style', r`<style><!--</style><img src=x onerror=@js>--></style>`],
    ['comment in a script', r`<script><!--<script></script><img src=x onerror=@js>--></script>`],
    ['comment that is none', r`<//--><img src=x onerror=@js>`],
    ['declaration that is none', r`<!x><img src=x onerror=@js><!x`],
    ['element with a bad name', r`<a<b onclick=@js>x</a>`],
    ['closing tag with attributes', r`</p onclick=@js><br onclick=@js></br onclick=@js>`],
    ['closing tag of a script', r`</script><img src=x onerror=@js><script>`, 'alone'],
    ['form in a form', r`<form id=outer@id><div></form><form id=inner@id><input form=outer@id name=action>`],
    ['table in a table', r`<table><table><tr><td><table><script>@js</script></table></td></tr></table></table>`],
    ['text in a table', r`<table>before<tr><img src=x onerror=@js><td>x</td></tr></table>`],
    ['link in a link', r`<a href=#><table><a href="javascript:@js">x</a></table></a>`],
    ['link over blocks', r`<a href="javascript:@js"><div>x<p>y</div>z</p></a>`],
    ['paragraph in a paragraph', r`<p><p onclick=@js><p>x</p></p></p>`],
    ['formatting that is rebuilt', r`<b onclick=@js><p><i onclick=@js>x</b>y</p></i>`],
    ['many formats', r`<b><b><b><b><b><b><b><b onclick=@js><p>x</p></b></b></b></b></b></b></b></b>`],
    ['pre with a line feed', '<pre>\n\n<img src=x onerror=@js></pre>'],
    ['list in a button', r`<button><li><button onclick=@js>x</button></li></button>`],
    ['heading in a heading', r`<h2><h3 onclick=@js>x</h3></h2>`],
    ['ruby', r`<ruby onclick=@js><rp><img src=x onerror=@js></rp><rt>x</rt></ruby>`],
    ['deep', `${'<div>'.repeat(300)}<img src=x onerror=@js>${'</div>'.repeat(300)}`],
    ['deep in foreign content', `${'<svg><g>'.repeat(60)}<style><img src=x onerror=@js></style>${'</g></svg>'.repeat(60)}`],
    ['Markdown across an element', '<div\n\nonclick=@js>\n\n**x**\n\n</div>'],
    ['Markdown in an attribute', '<p title="**x** [y](javascript:@js) `z`">x</p>'],
    ['code that ends early', '`x` </code><img src=x onerror=@js><code>'],
    ['element in code', '`<img src=x onerror=@js>` and ``</code><script>@js</script>``'],
    ['element in indented code', '    </code></pre><script>@js</script>'],
    ['element in a fence', '```\n</code></pre><script>@js</script>\n```'],
    ['element in a quote', '> <script>@js</script>\n> <img src=x onerror=@js>'],
    ['element in a list', '- <script>@js</script>\n- <img src=x onerror=@js>\n\n    <svg onload=@js></svg>'],
    ['element split by a list', '- <img src=x\n- onerror=@js>'],
    ['element split by emphasis', '<img src=x *onerror=@js>* _<svg/onload=@js>_'],
    ['escapes', r`\<img src=x onerror=@js> \\<img src=x onerror=@js> &lt;<img src=x onerror=@js>`],
  ],
};

/** Names that the page's scripts, its islands, Pagefind and Mermaid look for. */
const GLOBALS =
  'Astro pagefind process module exports define require global globalThis self window document location top parent opener hit alert katex cytoscape mermaid elkjs d3 React trustedTypes __vite__mapDeps vite importmap caches indexedDB localStorage fetch Promise customElements structuredClone matchMedia Worker OffscreenCanvas DOMPurify performance console name status origin length event';
/** Names that hide properties of the document or of a form. */
const PROPERTIES =
  'body head documentElement cookie domain forms links scripts images currentScript getElementById querySelector querySelectorAll createElement createElementNS addEventListener adoptedStyleSheets activeElement defaultView implementation attributes children parentNode nodeName innerHTML textContent';
/** Ids of the portal's own elements. */
const OWN =
  'main search search-dialog search-list toc toc-title search-option-0 tab-1-1 tab-list theme docs-nav mermaid-1 dmermaid-1 mermaid-2 dmermaid-2 graph-0-node1';

export const CLOBBERING: Family = {
  family: 'Names that hide others',
  rows: [
    ['globals by id', each(GLOBALS, (name) => `<a id="${name}" href="#">x</a>`)],
    ['globals by name', each(GLOBALS, (name) => `<a name="${name}" href="#">x</a>`)],
    ['globals by two anchors', each(GLOBALS, (name) => `<a id="${name}">x</a><a id="${name}" name="url" href="@url">x</a>`)],
    ['globals by images', each(GLOBALS, (name) => `<img id="${name}" name="${name}" src="x.png">`)],
    ['globals by forms', each(GLOBALS, (name) => `<form id="${name}" name="${name}"><input name="load"></form>`)],
    ['properties by images', each(PROPERTIES, (name) => `<img name="${name}" src="x.png">`)],
    ['properties by objects and embeds', each(PROPERTIES, (name) => `<object name="${name}"></object><embed name="${name}">`)],
    ['properties by ids', each(PROPERTIES, (name) => `<span id="${name}">x</span>`)],
    ['properties of a form', each(PROPERTIES, (name) => `<form><input name="${name}"></form>`)],
    ['ids of the portal', each(OWN, (name) => `<p id="${name}">x</p>`)],
    ['ids of the portal by heading', each(OWN, (name) => `\n\n### x {#${name}}\n\n`)],
    ['ids of the portal by title', each(OWN, (name) => `\n\n### ${name}\n\n`)],
    ['ids of the portal by attribute list', each(OWN, (name) => `*x*{#${name}} `)],
    ['ids of the portal by fence', each(OWN, (name) => `\n\n\`\`\`{ .txt #${name} }\nx\n\`\`\`\n\n`)],
    ['ids of the portal by name', each(OWN, (name) => `<a name="${name}">x</a>`)],
    [
      'ids of the prototype',
      each('__proto__ constructor prototype toString valueOf hasOwnProperty', (name) => `<p id="${name}">x</p>\n\n### x {#${name}}\n\n`),
    ],
    ['ids with percent signs', '### x {#100%}\n\n### y {#%}\n\n### z {#%E0%A4%A}\n\n<p id="%">x</p> [x](#100%) [y](#%)'],
    [
      'ids with odd signs',
      `### x {#a.b:c[d]}\n\n### y {#a\\b}\n\n### z {#'"<>}\n\n<p id="a&quot;b">x</p><p id="<img src=x onerror=@js>">x</p>`,
    ],
    [
      'classes of the portal',
      each(
        'search-dialog docs-fold copy-code tab-list top brand js-only icon-button skip hidden diagram mermaid-source room-7 drawn anchor external broken annotation',
        (name) => `<div class="${name}">x</div>`,
      ),
    ],
    [
      'marks of the portal',
      '<p data-toc><a href="#%">x</a></p><p data-menu data-theme-toggle data-search-close data-search-all data-base="@url">x</p>',
    ],
  ],
};

function each(names: string, make: (name: string) => string): string {
  return names.split(' ').map(make).join('');
}
