// What may stay of the HTML that pages bring along: tables of elements, attributes, classes and schemes. Everything else goes.
import type { Schema } from 'hast-util-sanitize';
import { wordList } from '../word-list.ts';
import { ADMONITION_KINDS } from './admonition-kinds.ts';

const ELEMENTS = wordList(
  'h1 h2 h3 h4 h5 h6 p div section blockquote pre hr br address',
  'ul ol li dl dt dd details summary figure figcaption',
  'table caption colgroup col thead tbody tfoot tr th td',
  'a abbr b bdi bdo cite code del dfn em i ins kbd mark q s samp small span',
  'strike strong sub sup time tt u var wbr ruby rp rt',
  'img picture source video audio track iframe input',
);

/** Elements that go with all they contain; of other unknown elements the content stays. */
const STRIPPED = ['script', 'style', 'template', 'noscript', 'svg', 'math', 'title', 'select', 'textarea', 'object'];

/** Classes that authors may use; steps behind the sanitiser add others. */
const CLASSES = wordList(
  'admonition admonition-title',
  ...ADMONITION_KINDS,
  'tabs tab tab-title grid cards annotate md-button md-button--primary',
  'critic comment keys lg middle',
  'align-left align-center align-right center only-light only-dark',
  // Made by remark-gfm and remark-rehype.
  'contains-task-list task-list-item footnotes footnotes-title',
);

const ALIGN: [string, ...string[]] = ['align', 'left', 'center', 'right', 'justify'];

/** The allow list of docs pages. Ids are kept as written: the step behind it that gives headings their ids sorts them out. */
export const SANITIZE_SCHEMA: Schema = {
  tagNames: ELEMENTS,
  strip: STRIPPED,
  attributes: {
    '*': ['id', 'title', 'lang', 'dir', 'ariaLabel', 'ariaHidden', ALIGN, ['className', ...CLASSES, /^language-[^\s]{1,50}$/]],
    a: ['href', 'name', 'ariaDescribedBy', 'dataFootnoteRef', 'dataFootnoteBackref'],
    blockquote: ['cite'],
    q: ['cite'],
    code: ['dataCode', ['dataMath', 'inline', 'display', 'block']],
    col: ['span'],
    colgroup: ['span'],
    del: ['cite', 'dateTime'],
    ins: ['cite', 'dateTime'],
    time: ['dateTime'],
    details: ['open'],
    div: ['dataToc'],
    h1: ['dataMarkdown'],
    h2: ['dataMarkdown'],
    h3: ['dataMarkdown'],
    h4: ['dataMarkdown'],
    h5: ['dataMarkdown'],
    h6: ['dataMarkdown'],
    iframe: ['src', 'width', 'height'],
    img: ['src', 'alt', 'width', 'height'],
    input: [['type', 'checkbox'], ['disabled', true], 'checked'],
    li: ['value'],
    ol: ['start', 'reversed', 'type'],
    section: ['dataFootnotes'],
    span: ['dataIcon'],
    source: ['src', 'srcSet', 'media', 'type'],
    track: ['src', ['kind', 'subtitles', 'captions', 'descriptions', 'chapters'], 'srcLang', 'label', ['default', true]],
    td: ['colSpan', 'rowSpan', 'headers'],
    th: ['colSpan', 'rowSpan', 'headers', 'scope', 'abbr'],
    video: ['src', 'poster', 'width', 'height', ['controls', true], 'loop', 'muted'],
    audio: ['src', ['controls', true], 'loop', 'muted'],
  },
  required: { input: { type: 'checkbox', disabled: true }, video: { controls: true }, audio: { controls: true } },
  ancestors: Object.fromEntries(
    ['tbody', 'tfoot', 'thead', 'tr', 'td', 'th', 'caption', 'col', 'colgroup'].map((name) => [name, ['table']]),
  ),
  protocols: {
    href: ['http', 'https', 'mailto', 'tel'],
    cite: ['http', 'https'],
    src: ['http', 'https', 'data'],
    srcSet: ['http', 'https'],
    poster: ['http', 'https'],
  },
  clobber: [],
  clobberPrefix: '',
  allowComments: false,
  allowDoctypes: false,
};

/** Schemes that a link may have. */
export const LINK_SCHEMES: readonly string[] = SANITIZE_SCHEMA.protocols?.['href'] ?? [];
