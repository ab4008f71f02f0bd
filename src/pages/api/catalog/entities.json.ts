// `/api/catalog/entities.json`: all entities, as Backstage's catalog API gives them.
import { getPortal } from '../../../portal/current.ts';
import { entitiesData, toJson } from '../../../portal/data.ts';

export const GET = () => new Response(toJson(entitiesData(getPortal())));
