// `/tech-radar/feed.json`: the changes of the radar for readers of feeds; not there without a radar.
import { getPortal } from '../../portal/current.ts';
import { toJson } from '../../portal/data.ts';
import { radarJsonFeed } from '../../portal/radar-feed.ts';
import { firstRadar } from '../../portal/radars.ts';

export const GET = () => {
  const portal = getPortal();
  const use = firstRadar(portal.radars);
  const headers = { 'content-type': 'application/feed+json' };
  return use === null ? new Response(null, { status: 404 }) : new Response(toJson(radarJsonFeed(portal, use)), { headers });
};
