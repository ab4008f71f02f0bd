// The spec of a software template, scaffolder.backstage.io/v1beta3.
import { type Schema, anyText, lists, object, text } from './schema.ts';

const PERMISSIONS = object([], { tags: lists(anyText) });
const CONDITION: Schema = { type: ['string', 'boolean'] };

/** What a Template holds. `parameters` is one page or a list of pages; pages and inputs are free, since actions and forms define them. */
export const TEMPLATE_SPEC: Schema = object(['type', 'steps'], {
  type: text,
  owner: text,
  lifecycle: text,
  parameters: {
    type: ['object', 'array'],
    properties: { 'backstage:permissions': PERMISSIONS },
    items: object([], { 'backstage:permissions': PERMISSIONS }),
  },
  secrets: object([], { schema: object([], {}) }),
  presentation: object([], {
    buttonLabels: object([], { backButtonText: anyText, createButtonText: anyText, reviewButtonText: anyText }),
  }),
  EXPERIMENTAL_recovery: object([], { EXPERIMENTAL_strategy: anyText }),
  EXPERIMENTAL_formDecorators: lists(object([], { id: anyText, input: object([], {}) })),
  steps: lists(
    object(['action'], {
      id: anyText,
      name: anyText,
      action: anyText,
      input: object([], {}),
      if: CONDITION,
      'backstage:permissions': PERMISSIONS,
    }),
  ),
  output: {
    ...object([], {
      links: lists(object([], { if: CONDITION, url: text, entityRef: text, title: text, icon: text })),
      text: lists(object([], { if: CONDITION, title: text, icon: text, content: anyText })),
    }),
    additionalProperties: anyText,
  },
});
