// `/api/graph.json`: the nodes and edges that are drawn.
import { getPortal } from '../../portal/current.ts';
import { graphData, toJson } from '../../portal/data.ts';

export const GET = () => new Response(toJson(graphData(getPortal())));
