// The page of the organisation: what is typed leaves the groups it names and the way to them; all branches open and close at once.
const teamsPage = document.querySelector<HTMLElement>('[data-teams]');
const input = teamsPage?.querySelector<HTMLInputElement>('[data-teams-query]');
const found = teamsPage?.querySelector<HTMLElement>('[data-teams-found]');
const groups = [...(teamsPage?.querySelectorAll<HTMLLIElement>('li[data-group]') ?? [])];
const branches = [...(teamsPage?.querySelectorAll<HTMLDetailsElement>('.tree details') ?? [])];
/** Which branches the reader had open before typing. */
let before: ReadonlyMap<HTMLDetailsElement, boolean> | null = null;

function count(number: number): string {
  return `${number.toLocaleString('en-US')} ${number === 1 ? 'group' : 'groups'}`;
}

function show(): void {
  const words = (input?.value ?? '').toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) {
    for (const group of groups) group.hidden = false;
    for (const [branch, open] of before ?? []) branch.open = open;
    before = null;
    if (found) found.textContent = count(groups.length);
    return;
  }
  before ??= new Map(branches.map((branch) => [branch, branch.open]));
  const hits = groups.filter((group) => words.every((word) => group.dataset['group']?.includes(word) === true));
  const shown = new Set<Element>(hits);
  for (const hit of hits) {
    for (let above = hit.parentElement?.closest('li[data-group]'); above; above = above.parentElement?.closest('li[data-group]'))
      shown.add(above);
  }
  for (const group of groups) group.hidden = !shown.has(group);
  for (const branch of branches) branch.open = [...branch.querySelectorAll('li[data-group]')].some((group) => shown.has(group));
  if (found) found.textContent = `${count(hits.length)} of ${groups.length.toLocaleString('en-US')}`;
}

const setAll = (open: boolean) => (): void => {
  for (const branch of branches) branch.open = open;
};

input?.addEventListener('input', show);
input?.form?.addEventListener('submit', (event) => {
  event.preventDefault();
  teamsPage?.querySelector<HTMLAnchorElement>('li[data-group]:not([hidden]) a')?.focus();
});
teamsPage?.querySelector('[data-teams-open]')?.addEventListener('click', setAll(true));
teamsPage?.querySelector('[data-teams-close]')?.addEventListener('click', setAll(false));
