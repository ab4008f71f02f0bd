// What a reader sees of the diagrams of a page: runs in the page; words, names, and what cannot be read out.

export interface Drawing {
  readonly svg: boolean;
  /** Its accessible name. */
  readonly name: string;
  readonly text: string;
  readonly note: string | null;
  /** Words that lie outside the box of the drawing. */
  readonly cutOff: readonly string[];
  /** Words that hardly differ from what they stand on, with the contrast. */
  readonly pale: readonly string[];
}

/** Reads all diagrams of the page. Must not use anything outside itself. */
export function readDrawings(): Drawing[] {
  // The box of a word is a little higher than the word.
  const SLACK = 4;
  const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  type Colour = readonly [red: number, green: number, blue: number, alpha: number];
  const parse = (css: string): Colour => {
    if (canvas === null || css === 'none' || css.startsWith('url')) return [0, 0, 0, 0];
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = css;
    canvas.fillRect(0, 0, 1, 1);
    const [red = 0, green = 0, blue = 0, alpha = 0] = canvas.getImageData(0, 0, 1, 1).data;
    return [red, green, blue, alpha / 255];
  };
  const over = (top: Colour, below: Colour): Colour => {
    const mix = (index: 0 | 1 | 2) => top[index] * top[3] + below[index] * (1 - top[3]);
    return [mix(0), mix(1), mix(2), 1];
  };
  const light = ([red, green, blue]: Colour): number => {
    const [r = 0, g = 0, b = 0] = [red, green, blue].map((one) =>
      one / 255 <= 0.04045 ? one / 255 / 12.92 : ((one / 255 + 0.055) / 1.055) ** 2.4,
    );
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const contrast = (a: Colour, b: Colour) => (Math.max(light(a), light(b)) + 0.05) / (Math.min(light(a), light(b)) + 0.05);
  const opacityOf = (element: Element, until: Element): number =>
    Number(getComputedStyle(element).opacity) *
    (element === until || element.parentElement === null ? 1 : opacityOf(element.parentElement, until));

  return [...document.querySelectorAll<HTMLElement>('figure.mermaid-source')].map((figure) => {
    const svg = figure.querySelector('.diagram > svg');
    const texts = [...(svg?.querySelectorAll('text') ?? [])].filter(
      (text) => text.textContent.trim() !== '' && text.getClientRects().length > 0,
    );
    // The circles below the numbers of a sequence belong to its lines, and so have no place of their own.
    const words = texts.filter((text) => !text.classList.contains('sequenceNumber'));
    const shapes = [...(svg?.querySelectorAll<SVGGeometryElement>('rect, path, circle, ellipse, polygon') ?? [])];
    const frame = figure.querySelector('.diagram')?.getBoundingClientRect();
    const page = parse(getComputedStyle(figure).backgroundColor);
    const ground = over(page, parse(getComputedStyle(document.body).backgroundColor));
    const pale = words.flatMap((text) => {
      const box = text.getBoundingClientRect();
      const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
      let below = ground;
      for (const shape of shapes) {
        // Only what is drawn before the words lies under them.
        if (
          (shape.compareDocumentPosition(text) & Node.DOCUMENT_POSITION_FOLLOWING) === 0 ||
          shape.closest('defs, marker, clipPath') !== null
        )
          continue;
        const matrix = shape.getScreenCTM();
        if (matrix === null || svg === null || !shape.isPointInFill(new DOMPoint(x, y).matrixTransform(matrix.inverse()))) continue;
        const { fill, fillOpacity, visibility } = getComputedStyle(shape);
        const [red, green, blue, alpha] = parse(fill);
        if (visibility !== 'hidden') below = over([red, green, blue, alpha * Number(fillOpacity) * opacityOf(shape, svg)], below);
      }
      const inner = text.querySelector('tspan tspan') ?? text.querySelector('tspan') ?? text;
      const [red, green, blue, alpha] = parse(getComputedStyle(inner).fill);
      const value = contrast(over([red, green, blue, alpha], below), below);
      return value < 3 ? [`${text.textContent.trim()} ${value.toFixed(1)}`] : [];
    });
    const cutOff = texts.filter((text) => {
      const box = text.getBoundingClientRect();
      return (
        frame === undefined ||
        box.left < frame.left - SLACK ||
        box.right > frame.right + SLACK ||
        box.top < frame.top - SLACK ||
        box.bottom > frame.bottom + SLACK
      );
    });
    const labelled = svg?.getAttribute('aria-labelledby');
    return {
      svg: svg !== null,
      name:
        (labelled === null || labelled === undefined ? svg?.getAttribute('aria-label') : document.getElementById(labelled)?.textContent) ??
        '',
      text: svg?.textContent ?? '',
      note: figure.querySelector('.diagram-note')?.textContent ?? null,
      cutOff: cutOff.map((text) => text.textContent.trim()),
      pale,
    };
  });
}
