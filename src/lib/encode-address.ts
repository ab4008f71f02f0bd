// Addresses as links: an address of a page in, the same with each part percent-encoded out.

/** Most addresses are made of names that need no encoding. */
const PLAIN = /^[\w./~@!*'()-]*$/;

/** Encodes the path of an address. Keeps `?query` and `#hash` as they are. */
export function encodeAddress(address: string): string {
  if (PLAIN.test(address)) return address;
  const end = address.search(/[?#]/);
  const path = end < 0 ? address : address.slice(0, end);
  return path.split('/').map(encodeURIComponent).join('/').replaceAll('%40', '@') + (end < 0 ? '' : address.slice(end));
}
