// Reporting a fault of a docs page where its repository keeps issues: a page in, the form and what it is filled in with out.
import { hostLinks } from '../lib/git-host.ts';
import { type IssueForm, type IssueReport, issueLink } from '../lib/issue-link.ts';
import type { DocsPageEntry, Portal } from './types.ts';

/** What a page tells its script, so that it can fill in the form with what the reader has selected. */
export interface ReportData {
  readonly form: IssueForm;
  readonly report: IssueReport;
}

export interface ReportView {
  /** Form filled in with the page. */
  readonly href: string;
  readonly data: ReportData;
}

/** Makes the view; null for files that are on no git host, or on one without issues. */
export function reportView(portal: Portal, { entry, page }: DocsPageEntry): ReportView | null {
  const origin = portal.originOf(entry.source);
  const form = origin === undefined ? null : (hostLinks(origin)?.newIssue ?? null);
  if (form === null) return null;
  const address = (portal.site ?? '') + portal.addresses.href(page.canonical ?? page.address);
  const report = { title: `Docs: ${page.title}`, page: address, source: page.viewUrl };
  return { href: issueLink(form, report), data: { form, report } };
}
