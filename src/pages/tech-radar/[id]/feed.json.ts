// `/tech-radar/…/feed.json`: the changes of a further radar for readers of feeds.
import { getPortal } from '../../../portal/current.ts';
import { toJson } from '../../../portal/data.ts';
import { furtherRadarPaths } from '../../../portal/paths.ts';
import { radarJsonFeed } from '../../../portal/radar-feed.ts';
import type { RadarUse } from '../../../portal/types.ts';

export const getStaticPaths = () => furtherRadarPaths(getPortal());
export const GET = ({ props: { use } }: { props: { use: RadarUse } }) =>
  new Response(toJson(radarJsonFeed(getPortal(), use)), { headers: { 'content-type': 'application/feed+json' } });
