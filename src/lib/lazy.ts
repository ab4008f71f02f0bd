// A value that is made when it is first asked for: large tables that most builds never look at.

/** Makes a function that returns the value of `make`, which is called once, at the first call. */
export function lazy<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}
