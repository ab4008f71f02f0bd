// Links to the form of a new issue, filled in: what is reported in, an address of bounded length out. Runs at build and in the browser.
import type { IssueTemplate } from './git-hosts.ts';

/** The form of a new issue of one repository. */
export interface IssueForm {
  readonly address: string;
  /** Names under which title and text are handed over. */
  readonly title: string;
  readonly body: string;
}

/** What is reported about a page. */
export interface IssueReport {
  readonly title: string;
  /** Address of the page. */
  readonly page: string;
  /** Address of its file; null where it has none. */
  readonly source: string | null;
  /** Text of the page that it is about. */
  readonly quote?: string | undefined;
}

/** Servers answer longer addresses with an error. */
const MAX_LINK = 6000;
const MAX_TITLE = 150;
const MAX_QUOTE = 2000;

/** Makes the form of a repository. */
export function issueForm(repository: string, { path, title, body }: IssueTemplate): IssueForm {
  return { address: repository + path, title, body };
}

/** Makes the link to a form that is filled in with a report. A quote that is too long is cut. */
export function issueLink(form: IssueForm, { title, page, source, quote = '' }: IssueReport): string {
  const heading = cut(title, MAX_TITLE);
  let quoted = cut(quote, MAX_QUOTE);
  let link = write(form, heading, bodyOf({ quoted, page, source }));
  while (link.length > MAX_LINK && quoted !== '') {
    quoted = cut(quoted, Math.floor(quoted.length * 0.8) - 1);
    link = write(form, heading, bodyOf({ quoted, page, source }));
  }
  // Only addresses can still be too long: then the form says what it is about by its title alone.
  return link.length > MAX_LINK ? write(form, heading, '') : link;
}

function bodyOf({ quoted, page, source }: { quoted: string; page: string; source: string | null }): string {
  const lines = quoted === '' ? [] : [...quoted.split('\n').map((line) => `> ${line}`.trimEnd()), ''];
  return [...lines, `Page: ${page}`, ...(source === null ? [] : [`File: ${source}`]), '', ''].join('\n');
}

function write({ address, title, body }: IssueForm, heading: string, text: string): string {
  const fields = [
    [title, heading],
    [body, text],
  ].filter(([, value]) => value !== '');
  return `${address}?${fields.map((field) => field.map((part = '') => encodeURIComponent(part)).join('=')).join('&')}`;
}

/** Cuts a text, with a mark that there was more. White space is that of one paragraph for each line; lone surrogates cannot be encoded. */
function cut(text: string, most: number): string {
  const tidy = text
    .toWellFormed()
    .split(/\s*\n\s*/)
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .join('\n')
    .trim();
  if (tidy.length <= most) return tidy;
  return most < 2 ? '' : `${tidy.slice(0, most - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}
