// Which pictures of a page can be enlarged: images that are shown smaller than they are, and diagrams. The dialog is loaded on demand.

/** Smaller pictures are icons. */
const SMALLEST = 32;
/** What is gained by less is not worth a click. */
const GAIN = 1.05;

/** Makes the pictures of an article open large, by click and by key. */
export function enlargePictures(article: HTMLElement): void {
  const images = [...article.querySelectorAll('img')].filter((image) => image.closest('a, button, summary') === null);
  const look = () => {
    for (const image of images) mark(image);
    for (const diagram of article.querySelectorAll<HTMLElement>('.diagram')) addButton(diagram);
  };
  let waiting = false;
  const lookSoon = () => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => {
      waiting = false;
      look();
    });
  };
  // Images come late, diagrams are drawn when they come into view, and what fits depends on the window.
  article.addEventListener('load', lookSoon, true);
  new ResizeObserver(lookSoon).observe(article);
  new MutationObserver(lookSoon).observe(article, { childList: true, subtree: true });
  look();

  article.addEventListener('click', ({ target }) => {
    if (!(target instanceof Element)) return;
    const image = target.closest<HTMLImageElement>('img.zoomable');
    const button = target.closest('.zoom-open');
    if (image !== null) void open(image, image.alt);
    else if (button?.parentElement) openDiagram(button.parentElement);
  });
  article.addEventListener('keydown', (event) => {
    const { target, key } = event;
    if (!(target instanceof HTMLImageElement) || !target.matches('.zoomable') || (key !== 'Enter' && key !== ' ')) return;
    event.preventDefault();
    void open(target, target.alt);
  });
}

async function open(picture: HTMLImageElement | SVGElement, caption: string): Promise<void> {
  const { showLarge } = await import('./zoom-dialog.ts');
  showLarge(picture, caption);
}

function openDiagram(holder: HTMLElement): void {
  const drawing = holder.querySelector<SVGElement>('.diagram > svg');
  if (drawing !== null) void open(drawing, holder.querySelector('figcaption')?.textContent ?? '');
}

/** Marks an image that would gain; one that no longer would is an image again. */
function mark(image: HTMLImageElement): void {
  const { width } = image.getBoundingClientRect();
  const gains = width >= SMALLEST && image.naturalWidth > width * GAIN;
  if (gains === image.classList.contains('zoomable')) return;
  image.classList.toggle('zoomable', gains);
  if (gains) {
    image.tabIndex = 0;
    image.setAttribute('role', 'button');
    image.setAttribute('aria-haspopup', 'dialog');
    image.setAttribute('aria-label', image.alt === '' ? 'Enlarge the picture' : `Enlarge the picture: ${image.alt}`);
  } else {
    for (const name of ['tabindex', 'role', 'aria-haspopup', 'aria-label']) image.removeAttribute(name);
  }
}

/** Diagrams scroll and can be selected, so a button of their own opens them. */
function addButton(diagram: HTMLElement): void {
  const holder = diagram.closest('figure') ?? diagram.parentElement;
  if (holder === null || diagram.querySelector('svg') === null || holder.querySelector(':scope > .zoom-open') !== null) return;
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'zoom-open';
  button.textContent = 'Enlarge';
  button.setAttribute('aria-label', 'Enlarge the diagram');
  button.setAttribute('aria-haspopup', 'dialog');
  holder.classList.add('has-zoom');
  holder.append(button);
}
