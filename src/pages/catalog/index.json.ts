// `/catalog/index.json`: all entities for the filters of the catalog, as coded columns.
import { getPortal } from '../../portal/current.ts';

export const GET = () => Response.json(getPortal().index().data);
