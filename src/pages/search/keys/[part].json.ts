// `/search/keys/<n>.json`: one part of the index of headings, pages, operations and radar entries.
import { getPortal } from '../../../portal/current.ts';
import { keyIndex } from '../../../portal/search/keys-data.ts';
import type { KeyRow } from '../../../portal/search/shape.ts';

export const getStaticPaths = () => keyIndex(getPortal()).parts.map((rows, part) => ({ params: { part: String(part) }, props: { rows } }));

export const GET = ({ props }: { readonly props: { readonly rows: readonly KeyRow[] } }) => Response.json(props.rows);
