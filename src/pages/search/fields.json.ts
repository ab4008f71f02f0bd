// `/search/fields.json`: tags and systems of all entities, for questions that names alone do not answer.
import { getPortal } from '../../portal/current.ts';
import { fieldsData } from '../../portal/search/names-data.ts';

export const GET = () => Response.json(fieldsData(getPortal()));
