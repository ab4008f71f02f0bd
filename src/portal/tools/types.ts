// What the pages know about annotations of tools, as rows.
import type { ToolName } from '../../lib/tool-bases.ts';

/** In the order in which pages show them. */
export const TOOL_GROUPS = [
  'Code',
  'Build and deploy',
  'On call',
  'Errors',
  'Dashboards',
  'Quality and security',
  'Tickets',
  'Chat',
  'Cloud and clusters',
  'Packages and images',
  'Settings and secrets',
  'Other',
] as const;

export type ToolGroup = (typeof TOOL_GROUPS)[number];

/** One thing that an annotation means. An annotation that leads to several pages has several rows. */
export interface AnnotationRow {
  readonly key: string;
  /** What stands there, in words: "Jenkins job". */
  readonly label: string;
  /** One of the groups above, or one of the company's own. */
  readonly group: ToolGroup | (string & {});
  /** Tool whose address `{base}` stands for. */
  readonly base?: ToolName;
  /**
   * Template of the link: `{value}` or the named parts of `shape`, `{base}`, and the names of `with`. Before `?` and `#` a value keeps its
   * slashes. `{url}` alone is a value that is a link itself. Without a template the value is shown as text.
   */
  readonly link?: string;
  /** What a value must look like to be linked; its named parts can stand in the template. */
  readonly shape?: RegExp;
  /** What slashes of the value become in the path. */
  readonly slash?: string;
  /** Other annotations that the template needs, by the name it uses for them. */
  readonly with?: Readonly<Record<string, string>>;
  /** Values of parts that may be missing. */
  readonly defaults?: Readonly<Record<string, string>>;
  /** Says whether the value is a list with commas, each of which has a link. */
  readonly many?: true;
  /** Says whether the value opens something and is not to be shown. */
  readonly secret?: true;
}
