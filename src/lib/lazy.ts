// A value that is made when it is first asked for: large tables that most builds never look at.

/** Makes a function that returns the value of `make`, which is called once, at the first call. */
export function lazy<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

/** Makes a function that makes the value of each object once, at the first call with it. */
export function lazyFor<K extends WeakKey, T>(make: (of: K) => T): (of: K) => T {
  const made = new WeakMap<K, { readonly value: T }>();
  return (of) => {
    const known = made.get(of) ?? { value: make(of) };
    made.set(of, known);
    return known.value;
  };
}
