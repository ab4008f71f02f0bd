// The graph's page: the explorer takes the place of the static picture. When that fails, the picture stays.
import { openExplorer } from './graph/open.tsx';

const element = document.querySelector<HTMLElement>('[data-explorer]');
if (element !== null) {
  openExplorer(element).catch(() => element.querySelector('[data-failed]')?.removeAttribute('hidden'));
}
