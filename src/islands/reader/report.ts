// Reporting a fault: a button beside selected text leads to the form of a new issue, filled in with the page and the selected words.
import { type IssueForm, type IssueReport, issueLink } from '../../lib/issue-link.ts';

/** As the page hands it over, see `report-view.ts`. */
interface ReportData {
  readonly form: IssueForm;
  readonly report: IssueReport;
}

/** Selecting takes a while; the button comes when it is over, and stays for a tap that ends the selection first. */
const PAUSE = 250;
const SHORTEST = 3;
const GAP = 8;

/** Offers to report selected text of an article. `link` is the plain link of the page, which knows the form. */
export function offerReport(article: HTMLElement, link: HTMLAnchorElement): void {
  const { form, report } = JSON.parse(link.dataset['report'] ?? '') as ReportData;
  // Without a configured address of the portal only the browser knows where the page is.
  const about: IssueReport = { ...report, page: new URL(report.page, location.href).href };
  link.href = issueLink(form, about);

  const button = makeButton();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let before: HTMLElement | null = null;
  const hide = () => {
    if (document.activeElement === button) before?.focus();
    button.remove();
  };
  const update = () => {
    const selected = selectionIn(article);
    if (selected === null) return document.activeElement === button ? undefined : hide();
    button.href = issueLink(form, { ...about, quote: selected.text });
    if (!button.isConnected) article.after(button);
    place(button, selected.rect, article.getBoundingClientRect().left);
  };
  document.addEventListener('selectionchange', () => {
    clearTimeout(timer);
    timer = setTimeout(update, PAUSE);
  });
  // A click must not end the selection before it is a click.
  button.addEventListener('mousedown', (event) => event.preventDefault());
  document.addEventListener('keydown', (event) => {
    if (!button.isConnected) return;
    const { activeElement } = document;
    if (event.key === 'Escape') {
      event.preventDefault();
      hide();
    } else if (event.key === 'Tab' && !event.shiftKey && (activeElement === document.body || article.contains(activeElement))) {
      // From the selection, the next stop is what belongs to it.
      event.preventDefault();
      before = activeElement instanceof HTMLElement ? activeElement : null;
      button.focus();
    }
  });
  button.addEventListener('blur', () => setTimeout(() => selectionIn(article) ?? hide()));
}

function makeButton(): HTMLAnchorElement {
  const button = document.createElement('a');
  button.className = 'report-selection';
  button.target = '_blank';
  button.rel = 'noopener';
  button.textContent = 'Report an issue';
  button.title = 'Opens a new issue with the selected text';
  return button;
}

/** The selected text of an article and where it ends; null when nothing, or more than the article, is selected. */
function selectionIn(article: HTMLElement): { readonly text: string; readonly rect: DOMRect } | null {
  const selection = getSelection();
  if (selection === null || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  const text = selection.toString().trim();
  const rect = [...range.getClientRects()].findLast(({ width }) => width > 0);
  return text.length < SHORTEST || rect === undefined || !article.contains(range.commonAncestorContainer) ? null : { text, rect };
}

/** Puts the button below the end of the selection, not further left than the text, and inside of the window. */
function place(button: HTMLElement, rect: DOMRect, leftmost: number): void {
  const { width } = button.getBoundingClientRect();
  const left = Math.min(Math.max(leftmost, rect.right - width / 2), document.documentElement.clientWidth - width - GAP);
  button.style.left = `${scrollX + left}px`;
  button.style.top = `${scrollY + rect.bottom + GAP}px`;
}
