// On references of APIs: folds the index away on small screens, and opens what an address leads to.

const fold = document.querySelector<HTMLDetailsElement>('.api-fold');
if (fold) {
  if (matchMedia('(max-width: 859px)').matches) fold.open = false;
  fold.dataset['ready'] = '';
}
