// `/search/names.json`: all entities by what they are called, which the search loads first.
import { getPortal } from '../../portal/current.ts';
import { namesData } from '../../portal/search/names-data.ts';

export const GET = () => Response.json(namesData(getPortal()));
