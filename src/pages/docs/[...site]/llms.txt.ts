// `/docs/…/llms.txt`: the pages of one docs site for programs that read text.
import { getPortal } from '../../../portal/current.ts';
import { llmsSite } from '../../../portal/llms.ts';
import { docsSitePaths } from '../../../portal/paths.ts';
import type { DocsEntry } from '../../../portal/types.ts';

export const getStaticPaths = () => docsSitePaths(getPortal());
export const GET = ({ props }: { props: { entry: DocsEntry } }) => new Response(llmsSite(getPortal(), props.entry));
