// `/catalog/summaries/<n>.json`: the beginnings of the descriptions of a hundred rows of the catalog index, in its order.
import { summaryBlocks } from '../../../portal/catalog-view.ts';
import { getPortal } from '../../../portal/current.ts';

export const getStaticPaths = () =>
  summaryBlocks(getPortal()).map((summaries, block) => ({ params: { block: String(block) }, props: { summaries } }));

export const GET = ({ props }: { readonly props: { readonly summaries: readonly string[] } }) => Response.json(props.summaries);
