// On the page that holds a whole docs site: the button that prints it, and diagrams.

document.querySelector('[data-print]')?.addEventListener('click', () => print());

const diagrams = document.querySelectorAll<HTMLElement>('.prose figure.mermaid-source');
if (diagrams.length > 0) void import('./diagrams/mermaid.ts').then(({ drawDiagrams }) => drawDiagrams(diagrams));
