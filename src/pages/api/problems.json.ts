import { getPortal } from '../../portal/current.ts';
import { problemsData, toJson } from '../../portal/data.ts';

export const GET = () => new Response(toJson(problemsData(getPortal())));
