// What the benchmark of the search asks and learns: the shapes of a question and of what came of it.

/** A question and the addresses, without base path, that answer it. */
export interface Question {
  /** What sort of question it is: `name`, `typo`, … */
  readonly sort: string;
  readonly text: string;
  /** Any of them will do; one that ends in `*` stands for all that begin so. */
  readonly answers: readonly string[];
}

/** What came of one question. */
export interface Outcome {
  readonly question: Question;
  /** Addresses in the order in which they were shown. */
  readonly found: readonly string[];
  /** From the last key to the first painted result, in milliseconds; null when there was none. */
  readonly milliseconds: number | null;
}
