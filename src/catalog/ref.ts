// Entity references as text, `[kind:][namespace/]name`: thin functions around Backstage's own that answer null where those throw.
import { DEFAULT_NAMESPACE, parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';

/** The three parts of a reference. */
export interface RefParts {
  readonly kind: string;
  readonly namespace: string;
  readonly name: string;
}

/** What stands in for the parts that a reference leaves out. */
export interface RefContext {
  readonly defaultKind?: string | undefined;
  /** Defaults to `default`; for a reference in an entity it is the namespace of that entity. */
  readonly defaultNamespace?: string | undefined;
}

/** Parses a reference. Returns null if it does not have the form, or has no kind and there is no default for it. */
export function parseRef(text: string, context: RefContext = {}): RefParts | null {
  const { parts } = tryParseRef(text, context);
  return parts;
}

/** Parses a reference and says, in Backstage's words, why it could not be parsed. */
export function tryParseRef(
  text: string,
  { defaultKind, defaultNamespace }: RefContext = {},
): { readonly parts: RefParts; readonly reason: null } | { readonly parts: null; readonly reason: string } {
  try {
    const parts = parseEntityRef(text, {
      ...(defaultKind !== undefined && { defaultKind }),
      ...(defaultNamespace !== undefined && { defaultNamespace }),
    });
    return { parts, reason: null };
  } catch (error) {
    return { parts: null, reason: error instanceof Error ? error.message : String(error) };
  }
}

/** Returns the full reference in lower case, the form in which references are compared. */
export function stringifyRef(parts: RefParts): string {
  return stringifyEntityRef({ kind: parts.kind, namespace: parts.namespace, name: parts.name });
}

/** Returns the full reference in lower case of a reference as written, or null if it cannot be parsed. */
export function normalizeRef(text: string, context: RefContext = {}): string | null {
  const parts = parseRef(text, context);
  return parts === null ? null : stringifyRef(parts);
}

/**
 * Returns the shortest form that people read: without the kind if it is the expected one, without the namespace if it is the default.
 * A text that is no reference is returned as it is.
 */
export function humanizeRef(ref: string | RefParts, { defaultKind, defaultNamespace }: RefContext = {}): string {
  const parts = typeof ref === 'string' ? parseRef(ref, { defaultKind, defaultNamespace }) : ref;
  if (parts === null) return String(ref);
  const same = (a: string, b: string | undefined) => a.toLowerCase() === b?.toLowerCase();
  const namespace = same(parts.namespace, defaultNamespace ?? DEFAULT_NAMESPACE) ? '' : `${parts.namespace}/`;
  const kind = same(parts.kind, defaultKind) ? '' : `${parts.kind}:`;
  return `${kind}${namespace}${parts.name}`;
}
