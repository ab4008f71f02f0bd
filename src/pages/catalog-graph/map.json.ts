// `/catalog-graph/map.json`: the graph with its places, compact, for the explorer.
import { getPortal } from '../../portal/current.ts';
import { graphMapData } from '../../portal/graph-view.ts';

export const GET = () => Response.json(graphMapData(getPortal()));
