// A colour as a file writes it in; the same colour as `#rrggbb`, which may stand in any attribute, out.
import { color as parse } from 'd3';
import { type Field, isMissing, textOf } from './field.ts';
import type { Report } from './rules.ts';

/** Longest text that is taken for a colour. */
const MAX_LENGTH = 40;

/** Reads a colour in any notation that CSS has for opaque ones; null when there is none. Anything else is reported. */
export function readColor(field: Field, report: Report): string | null {
  if (isMissing(field)) return null;
  const text = textOf(field, 'color', report);
  const found = text.length > MAX_LENGTH ? null : parse(text);
  if (found !== null) return found.rgb().clamp().formatHex();
  report('radar/invalid-field', { message: 'color is no colour.', hint: 'Write it as "#5ba300".', place: field.place() });
  return null;
}
