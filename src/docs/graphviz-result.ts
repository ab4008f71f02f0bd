// What the thread that draws graphs answers.

/** The SVG of a graph, or why there is none. */
export type GraphvizResult = { readonly svg: string } | { readonly error: string };
