// `/catalog/index.json`: the rows of the catalog index, compact, for its filters.
import { catalogIndex } from '../../portal/catalog-view.ts';
import { getPortal } from '../../portal/current.ts';

export const GET = () => Response.json(catalogIndex(getPortal()));
