// All formats a radar can be written in, as a table: a new format is a new row.
import { backstage } from './formats/backstage.ts';
import { blips } from './formats/blips.ts';
import type { Format } from './formats/format.ts';
import { markdown } from './formats/markdown.ts';
import { sections } from './formats/sections.ts';
import { thoughtworksCsv, thoughtworksJson } from './formats/thoughtworks.ts';
import { zalando } from './formats/zalando.ts';

/** Lists the formats; the first that recognises an input reads it. */
export const RADAR_FORMATS: readonly Format[] = [blips, markdown, backstage, zalando, thoughtworksCsv, thoughtworksJson, sections];
