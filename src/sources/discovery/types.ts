// The shapes of discovery: what a host is asked, what it answers, and what is made of that.
import type * as z from 'zod';
import type { DiscoveryQuery } from '../../config/types.ts';
import type { Failure } from '../types.ts';

/** One request to a host. */
export interface Question {
  readonly url: string;
  /** Defaults to GET. */
  readonly method?: string | undefined;
  readonly headers?: Readonly<Record<string, string>> | undefined;
  readonly body?: string | undefined;
}

/** An answer as it came, read to its end. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

/** What was made of a good answer. */
export interface Page<T> {
  readonly value: T;
  /** The headers that lead to the next page. */
  readonly headers: Readonly<Record<string, string>>;
}

/** Asks a host and checks its answer against a schema, which also says what of it is kept. Throws a refusal. */
export type Ask = <T>(question: Question, schema: z.ZodType<T>) => Promise<Page<T>>;

/** Why a host did not answer as it should. */
export interface Refusal extends Failure {
  /** Status of the answer, if there was one. */
  readonly status?: number;
  /** Says that asking again may help. */
  readonly passing?: boolean;
}

/** A repository as a host lists it. */
export interface Listed {
  /** Name that globs look at. */
  readonly name: string;
  /** How the host calls it when it is asked about it. */
  readonly key: string;
  /** Addresses to clone it from, the best first. */
  readonly addresses: readonly string[];
  readonly topics: readonly string[];
  readonly archived: boolean;
  readonly fork: boolean;
  readonly branch: string | null;
  /** Commit of the default branch; null when that is not told. */
  readonly commit: string | null;
  /** Says whether it holds a catalog file; null when that is not told. */
  readonly catalog: boolean | null;
}

export interface Listing {
  readonly repositories: readonly Listed[];
  /** Says that there are more than are read. */
  readonly cutOff: boolean;
}

/** What a listing is made with. */
export interface Job {
  readonly query: DiscoveryQuery;
  /** Scheme, host and port of the API. */
  readonly origin: string;
  readonly ask: Ask;
  /** Says whether questions carry a token. */
  readonly authorized: boolean;
  /** Catalog files that repositories are asked for; none when they have to be pulled to know. */
  readonly paths: readonly string[];
}

/** How one kind of host is asked. Both throw a refusal. */
export interface Lister {
  readonly list: () => Promise<Listing>;
  /** Looks into one repository, where the list does not say what it holds. */
  readonly look?: (repository: Listed) => Promise<Pick<Listed, 'catalog' | 'commit'>>;
}

/** A repository that is taken. */
export interface Taken {
  /** Address without user name. */
  readonly url: string;
  /** Id in the lock, if it is from there; else it is named after its address. */
  readonly id: string | null;
  readonly commit: string | null;
  /** Says whether it is known to hold a catalog file. */
  readonly sure: boolean;
}
