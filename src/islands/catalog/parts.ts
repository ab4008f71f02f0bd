// The parts of the index's page that its script works with: a page in, its elements out.

/** Finds the parts; those that a page lacks are null. */
export function findParts(main: HTMLElement) {
  const part = <T extends HTMLElement>(name: string) => main.querySelector<T>(`[data-${name}]`);
  const form = part<HTMLFormElement>('catalog-form');
  return {
    main,
    form,
    input: form?.querySelector<HTMLInputElement>('input[name="q"]') ?? null,
    sortSelect: part<HTMLSelectElement>('sort-select'),
    columns: part<HTMLDetailsElement>('columns'),
    columnsList: part('columns-list'),
    panel: part('facets'),
    chosen: part('chosen'),
    chosenCount: part('chosen-count'),
    title: part('title'),
    count: part('count'),
    status: part('status'),
    head: part<HTMLTableSectionElement>('head'),
    body: part<HTMLTableSectionElement>('rows'),
    empty: part('empty'),
    emptyWords: part('empty-words'),
    more: part('more'),
    meOpen: part('me-open'),
    mePicker: part<HTMLDialogElement>('me-picker'),
  };
}

export type Parts = ReturnType<typeof findParts>;
