// `/api/problems.json`: everything a person should know about their files.
import { getPortal } from '../../portal/current.ts';
import { problemsData, toJson } from '../../portal/data.ts';

export const GET = () => new Response(toJson(problemsData(getPortal())));
