// A configuration that says nothing: for checks of files on their own, which no portal.yaml describes.
import { NO_INDEX_SETTINGS } from '../lib/catalog-columns.ts';
import type { Config } from './types.ts';

/** All settings as they are when portal.yaml names none, with no source. */
export const EMPTY_CONFIG: Config = {
  title: '',
  site: null,
  base: '/',
  sources: [],
  reading: [],
  apis: { tryHosts: [] },
  docs: { servers: [], embeds: [] },
  history: false,
  hosting: { compress: false, headers: false },
  catalog: NO_INDEX_SETTINGS,
  tools: new Map(),
  annotations: [],
  kinds: [],
  relations: [],
  radars: [],
  technologies: [],
};
