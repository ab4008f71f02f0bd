// Software templates: what they ask for and what they do. Shapes are checked here, since anybody writes them.
import type { Entity, Json, JsonObject } from '../catalog/types.ts';

export interface TemplateView {
  readonly pages: readonly {
    readonly title: string;
    readonly fields: readonly {
      readonly title: string;
      readonly description: string;
      readonly type: string | null;
      readonly required: boolean;
    }[];
  }[];
  readonly steps: readonly { readonly name: string; readonly action: string }[];
}

/** Reads parameters (one object or a list of pages) and steps of a Template; parts of other shapes are left out. */
export function templateView(entity: Entity): TemplateView {
  const parameters = entity.data.spec?.['parameters'];
  const pages = (Array.isArray(parameters) ? parameters : [parameters ?? null]).filter(isObject);
  return {
    pages: pages
      .map((page) => ({ title: text(page['title']) ?? 'Parameters', fields: fields(page) }))
      .filter((page) => page.fields.length > 0),
    steps: list(entity.data.spec?.['steps']).map((step) => ({
      name: text(step['name']) ?? text(step['id']) ?? 'Step',
      action: text(step['action']) ?? '',
    })),
  };
}

function fields(page: JsonObject): TemplateView['pages'][number]['fields'] {
  const properties = page['properties'];
  const required = new Set(Array.isArray(page['required']) ? page['required'] : []);
  if (!isObject(properties)) return [];
  return Object.entries(properties).flatMap(([name, field]) =>
    isObject(field)
      ? {
          title: text(field['title']) ?? name,
          description: text(field['description']) ?? text(field['ui:help']) ?? '',
          type: text(field['ui:field']) ?? text(field['type']),
          required: required.has(name),
        }
      : [],
  );
}

function list(value: Json | undefined): JsonObject[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function text(value: Json | undefined): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}
