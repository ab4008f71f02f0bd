// Names of HTML elements that pages may not use. Names that are in neither list are no HTML: authors meant them as text, e.g. `<your-name>`.
import { wordList } from '../word-list.ts';

/** Elements whose content stays and that nobody misses: layout of old, and parts of whole documents. */
export const TRANSPARENT: ReadonlySet<string> = new Set(
  wordList('center font big nobr acronym html body head main article header footer nav aside hgroup search'),
);

/** Elements that are left out because they act, load or look. */
export const FORBIDDEN: ReadonlySet<string> = new Set(
  wordList(
    'script style template noscript svg math title frame frameset noframes embed object param applet',
    'base link meta form fieldset legend label button select option optgroup datalist textarea output',
    'progress meter canvas map area dialog menu slot portal marquee blink xmp plaintext listing',
    'data basefont bgsound dir image isindex keygen menuitem noembed rb rtc spacer',
  ),
);
