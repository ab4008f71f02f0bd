// `/api/build.json`: sources, commits and counts.
import { getPortal } from '../../portal/current.ts';
import { buildData, toJson } from '../../portal/data.ts';

export const GET = () => new Response(toJson(buildData(getPortal())));
