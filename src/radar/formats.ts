// All formats a radar can be written in, as a table: a new format is a new row.
import { backstage } from './formats/backstage.ts';
import type { Format } from './formats/format.ts';
import { markdown } from './formats/markdown.ts';
import { thoughtworksCsv, thoughtworksJson } from './formats/thoughtworks.ts';
import { zalando } from './formats/zalando.ts';

/** Lists the formats; no two of them recognise the same input. */
export const RADAR_FORMATS: readonly Format[] = [markdown, backstage, zalando, thoughtworksCsv, thoughtworksJson];
