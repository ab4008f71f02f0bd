// The rules of the docs room: what can be wrong with a docs site, why it matters, and how it is mended.
import { type Rules, reporter } from '../lib/problem.ts';

/** Rules about docs sites, by permanent name. */
export const docsRules = {
  'docs/missing-folder': {
    severity: 'error',
    meaning: 'The folder that should hold the docs has no Markdown file.',
    why: 'The site has no page, so links to it lead nowhere.',
    wrong: 'docs_dir: documentation   # the folder is called docs',
    right: 'docs_dir: docs',
  },
  'docs/outside': {
    severity: 'error',
    meaning: 'A path leaves the folder or repository it belongs to.',
    why: 'A docs site may only show files of its own repository.',
    wrong: 'docs_dir: ../other/docs',
    right: 'docs_dir: docs',
  },
  'docs/bad-mkdocs': {
    severity: 'error',
    meaning: 'mkdocs.yml cannot be read, or one of its settings has the wrong form.',
    why: 'Title, navigation and folder of the docs come from it; without them defaults are used.',
    wrong: 'nav: index.md',
    right: 'nav:\n  - Home: index.md',
  },
  'docs/bad-nav': {
    severity: 'warning',
    meaning: 'An entry of the nav is neither a page, a section nor a link.',
    why: 'The entry is left out of the navigation.',
    wrong: 'nav:\n  - Home:',
    right: 'nav:\n  - Home: index.md',
  },
  'docs/missing-page': {
    severity: 'warning',
    meaning: 'The nav names a page that does not exist.',
    why: 'The entry is left out of the navigation.',
    wrong: 'nav:\n  - Setup: setup.md   # the file is install.md',
    right: 'nav:\n  - Setup: install.md',
  },
  'docs/unused-page': {
    severity: 'info',
    meaning: 'The nav of mkdocs.yml does not name a page of the docs folder.',
    why: 'Readers find the page by search and by links only.',
    wrong: 'nav:\n  - Home: index.md   # docs/setup.md is there too',
    right: 'nav:\n  - Home: index.md\n  - Setup: setup.md',
  },
  'docs/redirect': {
    severity: 'warning',
    meaning: 'A redirect of mkdocs.yml starts at a page that exists, or leads to one that does not.',
    why: 'Links to the old address of the page are broken.',
    wrong: 'redirect_maps:\n  old.md: nwe.md',
    right: 'redirect_maps:\n  old.md: new.md',
  },
  'docs/same-address': {
    severity: 'warning',
    meaning: 'Two files make a page at the same address.',
    why: 'Only one of them can be read: the index of the folder.',
    wrong: 'docs/setup.md\ndocs/setup/index.md',
    right: 'docs/setup/index.md',
  },
  'docs/include': {
    severity: 'error',
    meaning: 'An included mkdocs.yml cannot be merged into the site.',
    why: 'Its pages are missing from the docs.',
    wrong: "nav:\n  - API: '!include ./services/api'",
    right: "nav:\n  - API: '!include ./services/api/mkdocs.yml'",
  },
  'docs/bad-front-matter': {
    severity: 'warning',
    meaning: 'The lines between --- at the start of a page are not valid YAML.',
    why: 'Title, description and tags in them are lost.',
    wrong: '---\ntitle: Setup: first steps\n---',
    right: '---\ntitle: "Setup: first steps"\n---',
  },
  'docs/unclosed-fence': {
    severity: 'warning',
    meaning: 'A code block starts with a fence and has none at its end.',
    why: 'All that follows is shown as code.',
    wrong: '```sh\nnpm start\n\nThen open the page.',
    right: '```sh\nnpm start\n```\n\nThen open the page.',
  },
  'docs/broken-link': {
    severity: 'warning',
    meaning: 'A link leads to a page or file that does not exist.',
    why: 'It is shown as plain text, so readers cannot follow it.',
    wrong: '[Setup](setup.md)   <!-- the file is install.md -->',
    right: '[Setup](install.md)',
  },
  'docs/unknown-address': {
    severity: 'warning',
    meaning: 'A link leads to an address of the portal at which there is no page.',
    why: 'It is shown as plain text, so readers cannot follow it.',
    wrong: '[Ledger](/docs/default/component/leger/)',
    right: '[Ledger](/docs/default/component/ledger/)',
  },
  'docs/broken-anchor': {
    severity: 'warning',
    meaning: 'A link names a section that its page does not have.',
    why: 'Readers land at the top of the page, or cannot follow the link at all.',
    wrong: '[Limits](usage.md#limit)',
    right: '[Limits](usage.md#limits)',
  },
  'docs/broken-image': {
    severity: 'warning',
    meaning: 'An image does not exist or is of a type that is not published.',
    why: 'Readers see its description instead.',
    wrong: '![Overview](img/overview.png)   <!-- the file is images/overview.png -->',
    right: '![Overview](images/overview.png)',
  },
  'docs/remote-image': {
    severity: 'info',
    meaning: 'An image lies on another host.',
    why: 'Pages load nothing from other hosts, so readers see a link instead.',
    wrong: '![Overview](https://example.com/overview.png)',
    right: '![Overview](images/overview.png)',
  },
  'docs/remote-embed': {
    severity: 'info',
    meaning: 'A frame, a video or sound comes from a host that the portal does not allow.',
    why: 'Pages load nothing from such hosts, so readers see a link instead.',
    wrong: '<iframe src="https://video.example/embed/42"></iframe>',
    right: '[How it works](https://video.example/42)   <!-- or the host in `docs.embeds` of portal.yaml -->',
  },
  'docs/not-published': {
    severity: 'info',
    meaning: 'A link leads to a file of a type that is not published, and the host of the repository is not known.',
    why: 'It is shown as plain text. HTML, scripts and XML from repositories are never published.',
    wrong: '[Report](report.html)',
    right: '[Report](report.pdf)',
  },
  'docs/unsafe-link': {
    severity: 'warning',
    meaning: 'A link has a scheme that is not allowed.',
    why: 'It is shown as plain text; only http, https, mailto and tel can be followed.',
    wrong: '[Run](javascript:run())',
    right: '[How to run it](running.md)',
  },
  'docs/bad-diagram': {
    severity: 'warning',
    meaning: 'A graph or diagram cannot be drawn: mostly, its source is not valid.',
    why: 'Readers see its source instead.',
    wrong: 'digraph { a -> }',
    right: 'digraph { a -> b }',
  },
  'docs/bad-formula': {
    severity: 'warning',
    meaning: 'A formula is not valid TeX.',
    why: 'Readers see its source instead.',
    wrong: String.raw`$\frac{1}{2$`,
    right: String.raw`$\frac{1}{2}$`,
  },
  'docs/missing-snippet': {
    severity: 'warning',
    meaning: 'A snippet names a file, or a part of a file, that cannot be brought in.',
    why: 'Readers see the name of the file instead of its content.',
    wrong: '--8<-- "includes/abbreviation.md"   <!-- the file is abbreviations.md -->',
    right: '--8<-- "includes/abbreviations.md"',
  },
  'docs/removed-html': {
    severity: 'info',
    meaning: 'A page uses an HTML element that is not allowed.',
    why: 'The element is left out, so the page looks different from what was meant.',
    wrong: '<script src="widget.js"></script>',
    right: '[Open the widget](https://example.com/widget)',
  },
  'docs/too-large': {
    severity: 'warning',
    meaning: 'A file is too large to be shown.',
    why: 'Readers see a short notice instead.',
  },
  'docs/not-text': {
    severity: 'warning',
    meaning: 'A page is not valid UTF-8 text.',
    why: 'Readers see a short notice instead.',
  },
  'docs/unrenderable': {
    severity: 'error',
    meaning: 'A page could not be rendered: it is too long, nested too deeply, or made of too many parts.',
    why: 'Readers see its source text instead.',
  },
} as const satisfies Rules;

/** Makes a problem of a docs rule. */
export const report = reporter(docsRules);
/** Name of a docs rule. */
export type DocsRule = keyof typeof docsRules;
