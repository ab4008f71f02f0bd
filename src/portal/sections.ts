// The sections of the site as rows: what the top bar lists and which addresses always exist.
import type { Portal } from './types.ts';

export interface Section {
  readonly id: string;
  readonly label: string;
  readonly address: string;
  /** Says whether the portal has anything to show there; sections without content are not listed. */
  readonly when: (portal: Pick<Portal, 'radars' | 'catalog'>) => boolean;
}

const always = () => true;

/** In the order of the top bar. */
export const SECTIONS: readonly Section[] = [
  { id: 'catalog', label: 'Catalog', address: '/catalog/', when: always },
  { id: 'docs', label: 'Docs', address: '/docs/', when: always },
  { id: 'apis', label: 'APIs', address: '/api-docs/', when: always },
  { id: 'radar', label: 'Radar', address: '/tech-radar/', when: (portal) => portal.radars.length > 0 },
  { id: 'graph', label: 'Graph', address: '/catalog-graph/', when: always },
  {
    id: 'landscape',
    label: 'Landscape',
    address: '/landscape/',
    when: (portal) => portal.catalog.entities.some((one) => one.kind === 'System' || one.kind === 'Domain'),
  },
  { id: 'teams', label: 'Teams', address: '/teams/', when: (portal) => portal.catalog.entities.some((one) => one.kind === 'Group') },
  { id: 'create', label: 'Create', address: '/create/', when: (portal) => portal.catalog.entities.some((one) => one.kind === 'Template') },
];

/** Lists the ids of the sections that have something to show. */
export function shownSections(portal: Pick<Portal, 'radars' | 'catalog'>): string[] {
  return SECTIONS.filter(({ when }) => when(portal)).map(({ id }) => id);
}

/** Pages that exist in every portal, for links from docs. */
export const PAGE_ADDRESSES: readonly string[] = [
  '/',
  '/search/',
  '/problems/',
  '/tech-radar/usage/',
  ...SECTIONS.map((section) => section.address),
];
