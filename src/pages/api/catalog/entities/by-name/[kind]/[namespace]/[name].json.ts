// `/api/catalog/entities/by-name/…`: one entity with its relations.
import type { APIRoute } from 'astro';
import { getPortal } from '../../../../../../../portal/current.ts';
import { toJson } from '../../../../../../../portal/data.ts';
import { entityPaths } from '../../../../../../../portal/paths.ts';

export const getStaticPaths = () => entityPaths(getPortal());
export const GET: APIRoute = ({ props }) => new Response(toJson(props['entity'].data));
