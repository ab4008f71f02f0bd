// The words for a lifecycle that say that nobody should start using a thing.

/** Lower-case words; lifecycles are free text, and these are what people write. */
export const DEPRECATED_LIFECYCLES: ReadonlySet<string> = new Set(['deprecated', 'superseded', 'retired', 'sunset']);
