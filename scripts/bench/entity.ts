// Entities as they stand in files: the shape, and the way to YAML.
import { dump } from 'js-yaml';

export interface Entity {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: Metadata;
  readonly spec: Readonly<Record<string, unknown>>;
}

export interface Metadata {
  readonly name: string;
  readonly namespace?: string | undefined;
  readonly title?: string | undefined;
  readonly description?: string | undefined;
  readonly labels?: Readonly<Record<string, string>> | undefined;
  /** A number is one of the deliberate mistakes. */
  readonly annotations?: Readonly<Record<string, string | number>> | undefined;
  readonly tags?: readonly string[] | undefined;
  readonly links?: readonly Link[] | undefined;
}

export interface Link {
  readonly url: string;
  readonly title: string;
  readonly icon?: string | undefined;
  readonly type?: string | undefined;
}

/** Writes entities as the documents of one YAML file. Fields without a value are left out. */
export function toYaml(entities: readonly Entity[]): string {
  return entities.map((entity) => dump(entity, { lineWidth: 120, noRefs: true, skipInvalid: true })).join('---\n');
}
