// `/llms.txt`: the docs of the portal for programs that read text.
import { getPortal } from '../portal/current.ts';
import { llmsIndex } from '../portal/llms.ts';

export const GET = () => new Response(llmsIndex(getPortal()));
