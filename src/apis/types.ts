// The shapes of the room: one small model that every format of API definition is read into, and what goes in and comes out.
import type { Unreadable } from '../lib/files.ts';
import type { Place, Problem } from '../lib/problem.ts';

/** Part of a text: plain words, a link to an item of the same API by its id, or a link to the web. */
export type Piece = string | { readonly text: string; readonly to: string } | { readonly text: string; readonly href: string };

/** Something short that is known: a label, and the values it has. */
export interface Fact {
  readonly label: string;
  readonly values: readonly (readonly Piece[])[];
}

/** One of the values that something may have. */
export interface EnumValue {
  readonly name: string;
  /** Markdown; empty if there is none. */
  readonly description: string;
  readonly deprecated: boolean;
}

/** What a value looks like. */
export interface Shape {
  readonly type: readonly Piece[];
  /** Markdown; empty if there is none. */
  readonly description: string;
  /** Constraints, defaults, examples. */
  readonly notes: readonly Note[];
  readonly values: readonly EnumValue[];
  readonly groups: readonly FieldGroup[];
}

/** What is demanded of a value: `at least 1`, `default 20`. */
export interface Note {
  readonly label: string;
  /** As a machine writes it; null when the label says everything. */
  readonly code: string | null;
}

/** Fields that belong together. */
export interface FieldGroup {
  /** `One of`, `All of`, …; null for the properties themselves. */
  readonly label: string | null;
  readonly fields: readonly Field[];
}

/** A named part of a value: a property, a parameter, an argument, a variant. */
export interface Field extends Shape {
  readonly name: string;
  /** `required`, `deprecated`, `read only`, … */
  readonly marks: readonly string[];
}

export interface Example {
  /** What it is called; empty for one without a name. */
  readonly title: string;
  readonly language: string;
  readonly text: string;
  /** Made up from the schema because the definition has none. */
  readonly generated: boolean;
}

/** One form in which a body comes. */
export interface Content {
  /** Media type; empty where the format has none. */
  readonly type: string;
  readonly shape: Shape | null;
  readonly examples: readonly Example[];
}

/** A part of an item, in the order in which pages show them. */
export type Part =
  | { readonly kind: 'fields'; readonly title: string; readonly fields: readonly Field[] }
  | {
      readonly kind: 'body';
      readonly title: string;
      readonly marks: readonly string[];
      readonly description: string;
      /** Headers and the like. */
      readonly fields: readonly Field[];
      readonly contents: readonly Content[];
    }
  | { readonly kind: 'code'; readonly title: string; readonly language: string; readonly text: string };

/** One thing that can be linked to: an operation, a channel, a type, a method. */
export interface Item {
  /** Unique in its API; the anchor of its section. */
  readonly id: string;
  /** What it is, in one or two words: `GET`, `send`, `query`, `object`; null for a plain schema. */
  readonly badge: string | null;
  /** Whether it is something that can be done, or something that can be had. */
  readonly does: boolean;
  /** Its name, as code: `/voyages/{id}`. */
  readonly title: string;
  /** One line of Markdown; empty if there is none. */
  readonly summary: string;
  readonly description: string;
  /** Why nobody should use it any more, or that it is so (the empty text); null while it may be used. */
  readonly deprecated: string | null;
  readonly facts: readonly Fact[];
  readonly parts: readonly Part[];
  /** Other words it is found by: ids, full names. */
  readonly words: readonly string[];
}

/** Items that belong together: a tag, a service, the types. */
export interface Group {
  /** Unique in its API; the anchor of its section. */
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly items: readonly Item[];
}

/** An API as a reference shows it. */
export interface ApiModel {
  /** Id of the row in formats.ts. */
  readonly format: string;
  /** Name and version of the format: `OpenAPI 3.1.0`. */
  readonly formatName: string;
  readonly title: string | null;
  /** Version of the API itself. */
  readonly version: string | null;
  readonly description: string;
  readonly facts: readonly Fact[];
  readonly parts: readonly Part[];
  readonly groups: readonly Group[];
}

/** A definition, and how to read the files beside it. */
export interface ApiInput {
  /** `spec.type`, as written. */
  readonly type: string | null;
  readonly text: string;
  /** Path of the file that holds the text: other files are named from there. */
  readonly path: string;
  /** Reads another file of the same repository. */
  readonly read: (path: string) => { readonly text: string } | { readonly unreadable: Unreadable };
  /** Says where a line of the definition or of another file stands. */
  readonly place: (file: string | null, line?: number, column?: number) => Place;
  /** The entity the definition belongs to. */
  readonly subject: string;
  /** Hosts in lower case that requests may be sent to; none by default. */
  readonly tryHosts?: readonly string[];
}

export interface ApiResult {
  /** Null when nothing of the definition can be shown but its text. */
  readonly model: ApiModel | null;
  readonly problems: readonly Problem[];
  /** Null when requests cannot be tried. */
  readonly trial: Trial | null;
}

/** What a reader tries requests with. */
export interface Trial {
  /** The definition as one JSON document, with those servers alone that may be asked. */
  readonly definition: string;
  /** Origins of these servers, sorted. */
  readonly origins: readonly string[];
  /** Operations that are left out because only other servers answer them. */
  readonly leftOut: number;
}
