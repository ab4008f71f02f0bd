// The small graph of an entity: a button loads the explorer in its place. Nothing heavy is loaded before.
// An address that asks something of the graph, as somebody who explored it here would share, opens it at once.
const MARKS = ['show', 'depth', 'way', 'kind', 'relation', 'fold', 'expand', 'root', 'to', 'direction', 'simple', 'merge', 'curve'];

for (const button of document.querySelectorAll<HTMLButtonElement>('[data-explore]')) {
  const figure = button.closest<HTMLElement>('[data-explorer]');
  const open = async () => {
    button.disabled = true;
    try {
      const { openExplorer } = await import('./graph/open.tsx');
      if (figure === null) return;
      await openExplorer(figure);
      figure.classList.remove('graph');
    } catch {
      button.disabled = false;
      button.textContent = 'The graph could not be loaded: try again';
    }
  };
  button.addEventListener('click', () => void open());
  const asked = new URLSearchParams(location.search);
  if (MARKS.some((name) => asked.has(name))) void open();
}
