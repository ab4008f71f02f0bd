// Puts the explorer into an element of a page; loaded when somebody wants it.
import { createRoot } from 'react-dom/client';
import { GraphExplorer, loadGraph, questionAbout } from './GraphExplorer.tsx';

/** Loads the graph and shows it instead of what the element holds. Rejects when it cannot be loaded. */
export async function openExplorer(element: HTMLElement): Promise<void> {
  const base = document.body.dataset['base'] ?? '/';
  const data = await loadGraph(base);
  const fallback = questionAbout(element.dataset['explorer'] || null);
  element.replaceChildren();
  element.classList.add('explorer');
  createRoot(element).render(<GraphExplorer data={data} base={base} fallback={fallback} />);
}
