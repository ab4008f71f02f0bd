// `…/definition/try/definition.json`: the definition that requests are tried with, as one document.
import type { APIRoute } from 'astro';
import { getPortal } from '../../../../../../../portal/current.ts';
import { trialPaths } from '../../../../../../../portal/paths.ts';

export const getStaticPaths = () => trialPaths(getPortal());

export const GET: APIRoute = ({ props }) => new Response(props['definition'], { headers: { 'Content-Type': 'application/json' } });
