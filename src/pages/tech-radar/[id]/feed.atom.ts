// `/tech-radar/…/feed.atom`: the changes of a further radar for readers of feeds.
import { getPortal } from '../../../portal/current.ts';

import { furtherRadarPaths } from '../../../portal/paths.ts';
import { radarAtom } from '../../../portal/radar-feed.ts';
import type { RadarUse } from '../../../portal/types.ts';

export const getStaticPaths = () => furtherRadarPaths(getPortal());
export const GET = ({ props: { use } }: { props: { use: RadarUse } }) =>
  new Response(radarAtom(getPortal(), use), { headers: { 'content-type': 'application/atom+xml' } });
