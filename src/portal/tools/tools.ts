// The tools that an entity's annotations lead to: the rows of all tools, what portal.yaml says of them, and an entity in; groups of links out.
import type { Config } from '../../config/types.ts';
import { TOOL_BASES } from '../../lib/tool-bases.ts';
import type { Entity } from '../../catalog/types.ts';
import { compareText } from '../../lib/problem.ts';
import { type FilledLink, fillRow } from './fill.ts';
import { BUILD_ROWS } from './rows-build.ts';
import { OTHER_ROWS } from './rows-other.ts';
import { RUN_ROWS } from './rows-run.ts';
import { type AnnotationRow, TOOL_GROUPS } from './types.ts';

/** All annotations that mean something to Callboard itself. */
export const ANNOTATION_ROWS: readonly AnnotationRow[] = [...BUILD_ROWS, ...RUN_ROWS, ...OTHER_ROWS];

/** One line of an entity's tools. */
export interface ToolLine {
  readonly key: string;
  readonly label: string;
  /** Empty for a value that is not to be shown. */
  readonly links: readonly FilledLink[];
}

export interface ToolGroupView {
  readonly title: string;
  readonly lines: readonly ToolLine[];
}

/** What a portal knows about tools. */
export interface Tools {
  /** Lists the tools of an entity by group, in the order of the groups; those of the company's own come last. */
  of(entity: Entity): readonly ToolGroupView[];
  /** Says whether an annotation has a row. */
  knows(key: string): boolean;
  /** Says whether the value of an annotation is not to be shown. */
  isSecret(key: string): boolean;
}

/** Makes the tools of a portal. A row of `portal.yaml` takes the place of Callboard's rows for the same annotation. */
export function createTools({ tools, annotations }: Pick<Config, 'tools' | 'annotations'>): Tools {
  const own = annotations.map(({ key, label, group, link }) => ({ key, label, group: group ?? 'Other', ...(link !== null && { link }) }));
  const taken = new Set(own.map((row) => row.key));
  const rows: readonly AnnotationRow[] = [...ANNOTATION_ROWS.filter((row) => !taken.has(row.key)), ...own];
  const bases = new Map<string, string | null>([...Object.entries(TOOL_BASES), ...tools]);
  const keys = new Set(rows.map((row) => row.key));
  const secrets = new Set(rows.filter((row) => row.secret === true).map((row) => row.key));
  const order = new Map<string, number>(TOOL_GROUPS.map((group, index) => [group, index]));
  const rank = (title: string) => order.get(title) ?? order.size;
  return {
    knows: (key) => keys.has(key),
    isSecret: (key) => secrets.has(key),
    of: ({ annotations: written }) => {
      const lines = rows
        .filter((row) => Object.hasOwn(written, row.key))
        .map((row) => ({ row, links: fillRow(row, written, row.base === undefined ? null : (bases.get(row.base) ?? null)) }))
        .filter(({ links }) => links.length > 0);
      // Where one annotation leads to several pages and none of them can be found, its value is said once.
      const linked = new Set(lines.filter(({ links }) => links.some((link) => link.href !== null)).map(({ row }) => row.key));
      const said = new Set<string>();
      const shown = lines.filter(({ row }) => {
        const first = !said.has(row.key);
        said.add(row.key);
        return first || linked.has(row.key);
      });
      return [...Map.groupBy(shown, ({ row }) => row.group)]
        .sort(([a], [b]) => rank(a) - rank(b) || compareText(a, b))
        .map(([title, group]) => ({ title, lines: group.map(toLine) }));
    },
  };
}

function toLine({ row, links }: { readonly row: AnnotationRow; readonly links: readonly FilledLink[] }): ToolLine {
  return { key: row.key, label: row.label, links: row.secret === true ? [] : links };
}
