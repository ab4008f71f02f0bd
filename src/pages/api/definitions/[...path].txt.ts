// `/api/definitions/…`: definitions of APIs, as plain text to download.
import type { APIRoute } from 'astro';
import { getPortal } from '../../../portal/current.ts';
import { definitionFiles } from '../../../portal/raw-view.ts';

export const getStaticPaths = () => definitionFiles(getPortal()).map(({ path, text }) => ({ params: { path }, props: { text } }));
export const GET: APIRoute = ({ props }) => new Response(props['text']);
