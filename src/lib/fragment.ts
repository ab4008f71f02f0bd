// The part of an address behind `#`: as written in, the id that it names out.

/** Returns the id that a fragment names; one that is no valid encoding stays as it is. */
export function fragmentOf(hash: string): string {
  const fragment = hash.replace(/^#/, '');
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}
