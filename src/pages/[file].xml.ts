// `/opensearch.xml`: how browsers and launchers search the portal; only where the portal knows its public address.
import { getPortal } from '../portal/current.ts';
import { openSearch } from '../portal/search/open-search.ts';

export const getStaticPaths = () => {
  const text = openSearch(getPortal());
  return text === null ? [] : [{ params: { file: 'opensearch' }, props: { text } }];
};

export const GET = ({ props }: { readonly props: { readonly text: string } }) =>
  new Response(props.text, { headers: { 'Content-Type': 'application/opensearchdescription+xml' } });
