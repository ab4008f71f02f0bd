// Symbols that are typed with plain characters: `(c)`, `-->`, `=/=`, `1/4`, `2nd`. One row each, as PyMdown's smartsymbols has them.
import { htmlNode } from '../html-node.ts';
import type { TextReplacement } from './replacement.ts';

const SYMBOLS: Readonly<Record<string, string>> = {
  '(tm)': '™',
  '(c)': '©',
  '(r)': '®',
  'c/o': '℅',
  '+/-': '±',
  '=/=': '≠',
  '-->': '→',
  '<--': '←',
  '<-->': '↔',
  '1/2': '½',
  '1/3': '⅓',
  '2/3': '⅔',
  '1/4': '¼',
  '3/4': '¾',
  '1/5': '⅕',
  '2/5': '⅖',
  '3/5': '⅗',
  '4/5': '⅘',
  '1/6': '⅙',
  '5/6': '⅚',
  '1/8': '⅛',
  '3/8': '⅜',
  '5/8': '⅝',
  '7/8': '⅞',
};

/** Replaces symbols. Parts of dates and paths, such as 1/2/2026, are no fractions. */
export const smartSymbols: TextReplacement = {
  hint: /[-()/]/,
  pattern: /\((?:tm|c|r)\)|\bc\/o\b|\+\/-|=\/=|<-->|(?<![<-])-->|<--(?![->])|(?<![\d/.])[1-57]\/[2-68](?![\d/])/g,
  replace([written]) {
    const symbol = Object.hasOwn(SYMBOLS, written) ? SYMBOLS[written] : undefined;
    return symbol === undefined ? null : [{ type: 'text', value: symbol }];
  },
};

/** Raises the ending of ordinal numbers. */
export const ordinals: TextReplacement = {
  hint: /\d(?:st|nd|rd|th)/,
  pattern: /\b(\d*?(?:1[123](?=th)|1(?=st)|2(?=nd)|3(?=rd)|[04-9](?=th)))(st|nd|rd|th)\b/g,
  replace: ([, number = '', ending = '']) => [{ type: 'text', value: number }, htmlNode('sup', {}, [{ type: 'text', value: ending }])],
};
