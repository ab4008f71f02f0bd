// `/api/tech-radar.json`: radars with their entries and history, and who uses what.
import { getPortal } from '../../portal/current.ts';
import { toJson } from '../../portal/data.ts';
import { techRadarData } from '../../portal/technologies/data.ts';

export const GET = () => new Response(toJson(techRadarData(getPortal())));
