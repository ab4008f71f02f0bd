// `/search/words/<n>.json`: one part of the index of words in descriptions and annotations of entities.
import { getPortal } from '../../../portal/current.ts';
import type { WordRow } from '../../../portal/search/shape.ts';
import { wordIndex } from '../../../portal/search/text-data.ts';

export const getStaticPaths = () => wordIndex(getPortal()).map((rows, part) => ({ params: { part: String(part) }, props: { rows } }));

export const GET = ({ props }: { readonly props: { readonly rows: readonly WordRow[] } }) => Response.json(props.rows);
