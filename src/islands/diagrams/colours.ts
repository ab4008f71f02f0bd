// Colours of diagrams where the library's own themes cannot be read, or lines would run through words; in line with tokens.css.

type Variables = Readonly<Record<string, string | Readonly<Record<string, string>>>>;

/** Colours of sections, branches and curves, one after the other: Radix, step 7 of light and step 6 of dark. */
const SCALES = {
  light: ['#8ec8f6', '#8eceaa', '#f5ae73', '#d1afec', '#e9c162', '#eb8e90', '#7dcac0', '#dd93c2'],
  dark: ['#104d87', '#20573e', '#7e451d', '#54346b', '#5c3d05', '#72232d', '#145750', '#692955'],
} as const;

/** Twelve variables of one sort, from a list that is shorter. */
const repeat = (name: string, from: number, colours: readonly string[]): Variables =>
  Object.fromEntries(Array.from({ length: 12 }, (_, index) => [`${name}${index + from}`, colours[index % colours.length] ?? '']));

/** Variables of the light theme. */
export const LIGHT: Variables = {
  edgeLabelBackground: '#fdfdfc',
  noteBkgColor: '#f1f0ef',
  noteTextColor: '#21201c',
  noteBorderColor: '#bcbbb5',
  treeView: { labelColor: '#21201c', lineColor: '#63635e' },
  ...repeat('cScale', 0, SCALES.light),
  ...repeat('cScaleLabel', 0, ['#21201c']),
  ...repeat('git', 0, SCALES.light),
  ...repeat('gitBranchLabel', 0, ['#21201c']),
  ...repeat('venn', 1, ['#63635e', '#0d74ce', '#218358', '#c2298a']),
};

/** Variables of the dark theme. */
export const DARK: Variables = {
  edgeLabelBackground: '#111110',
  noteBkgColor: '#2a2a28',
  noteTextColor: '#eeeeec',
  noteBorderColor: '#62605b',
  treeView: { labelColor: '#eeeeec', lineColor: '#b5b3ad' },
  cynefin: { clearBg: '#7a5200' },
  ...repeat('cScale', 0, SCALES.dark),
  ...repeat('cScaleLabel', 0, ['#eeeeec']),
  ...repeat('git', 0, SCALES.dark),
  ...repeat('gitBranchLabel', 0, ['#eeeeec']),
  ...repeat('venn', 1, ['#b5b3ad', '#70b8ff', '#3dd68c', '#ff8dcc']),
};

const GREY = '#6b6b6b';
const BLUE = '#2f6ea5';

/** Boxes of C4 that hold white words: of other people's systems, and of components. */
export const C4_COLOURS: Readonly<Record<string, string>> = Object.fromEntries([
  ...['system', 'container', 'component'].flatMap((kind) =>
    ['', '_db', '_queue'].map((shape) => [`external_${kind}${shape}_bg_color`, GREY] as const),
  ),
  ...['', '_db', '_queue'].map((shape) => [`component${shape}_bg_color`, BLUE] as const),
]);
