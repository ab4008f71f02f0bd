// Shows one picture large: in the whole window, or, where the window is hardly larger than the picture, so that it is moved in it.

interface Size {
  readonly width: number;
  readonly height: number;
}

/** What the close button, the caption and some air take. */
const MARGIN = { width: 32, height: 112 };
/** Drawings can grow for ever; lines as thick as a finger do not help. */
const MOST_GROWTH = 4;
/** When the whole picture in the window gains less than this, it is shown larger than the window. */
const WORTH_IT = 1.3;

/** Opens a dialog with an image or a drawing. A drawing is lent to it and goes back to its place. */
export function showLarge(picture: HTMLImageElement | SVGElement, caption: string): void {
  const shown = picture.getBoundingClientRect();
  const natural = naturalSize(picture);
  const { dialog, view } = makeDialog(caption);
  const place = putIn(view, picture, shown);
  const fit = () => {
    const scale = scaleFor(shown, natural, picture instanceof SVGElement);
    view.style.width = `${Math.round(natural.width * scale)}px`;
    view.style.height = `${Math.round(natural.height * scale)}px`;
  };
  fit();
  addEventListener('resize', fit);
  dialog.addEventListener('click', () => dialog.close());
  dialog.addEventListener('close', () => {
    removeEventListener('resize', fit);
    place();
    dialog.remove();
  });
  document.body.append(dialog);
  dialog.showModal();
}

/** Puts the picture into the dialog; returns what puts everything back. */
function putIn(view: HTMLElement, picture: HTMLImageElement | SVGElement, shown: Size): () => void {
  if (picture instanceof HTMLImageElement) {
    const copy = new Image();
    copy.alt = picture.alt;
    copy.src = picture.currentSrc || picture.src;
    view.append(copy);
    return () => undefined;
  }
  // A copy would have all ids twice, and the policy could take its styles away. Its place is kept, so that nothing moves.
  const box = picture.parentElement;
  const keeper = document.createElement('div');
  keeper.style.height = `${shown.height}px`;
  if (box?.classList.contains('drawn')) view.classList.add('drawn');
  picture.replaceWith(keeper);
  view.append(picture);
  return () => keeper.replaceWith(picture);
}

function naturalSize(picture: HTMLImageElement | SVGElement): Size {
  if (picture instanceof HTMLImageElement) return { width: picture.naturalWidth, height: picture.naturalHeight };
  const box = picture instanceof SVGSVGElement ? picture.viewBox.baseVal : null;
  return box !== null && box.width > 0 && box.height > 0 ? box : picture.getBoundingClientRect();
}

function scaleFor(shown: Size, natural: Size, isDrawing: boolean): number {
  const now = shown.width / natural.width;
  const whole = Math.min((innerWidth - MARGIN.width) / natural.width, (innerHeight - MARGIN.height) / natural.height);
  const most = isDrawing ? now * MOST_GROWTH : 1;
  return Math.min(most, whole >= now * WORTH_IT ? whole : now * 2.5);
}

function makeDialog(caption: string): { readonly dialog: HTMLDialogElement; readonly view: HTMLElement } {
  const dialog = document.createElement('dialog');
  dialog.className = 'zoom-dialog';
  dialog.setAttribute('aria-label', caption === '' ? 'Picture' : caption);
  const close = document.createElement('button');
  close.type = 'button';
  close.className = 'button zoom-close';
  close.textContent = 'Close';
  const scroller = document.createElement('div');
  scroller.className = 'zoom-scroller';
  scroller.tabIndex = 0;
  scroller.setAttribute('role', 'group');
  scroller.setAttribute('aria-label', 'Enlarged picture');
  const view = document.createElement('div');
  view.className = 'zoom-view';
  scroller.append(view);
  const words = document.createElement('p');
  words.className = 'zoom-caption';
  words.textContent = caption;
  dialog.append(close, scroller, words);
  return { dialog, view };
}
