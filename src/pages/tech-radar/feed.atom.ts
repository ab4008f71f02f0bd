// `/tech-radar/feed.atom`: the changes of the radar for readers of feeds; not there without a radar.
import { getPortal } from '../../portal/current.ts';

import { radarAtom } from '../../portal/radar-feed.ts';
import { firstRadar } from '../../portal/radars.ts';

export const GET = () => {
  const portal = getPortal();
  const use = firstRadar(portal.radars);
  const headers = { 'content-type': 'application/atom+xml' };
  return use === null ? new Response(null, { status: 404 }) : new Response(radarAtom(portal, use), { headers });
};
