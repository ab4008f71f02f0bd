// The specs of the kind AiResource: one for each of its types, and a general one.
import { type Schema, object, text, texts } from './schema.ts';

const COMMON = { lifecycle: text, owner: text, system: text };
const REQUIRED = ['type', 'lifecycle', 'owner'];
const only = (type: string): Schema => ({ type: 'string', enum: [type] });

/** The specs of AI resources: skills, rules, plugins that bundle skills, marketplaces that offer plugins. */
export const AI_RESOURCE_SPECS: { readonly spec: Schema; readonly specByType: Readonly<Record<string, Schema>> } = {
  spec: object(REQUIRED, { type: text, ...COMMON }),
  specByType: {
    skill: object(REQUIRED, {
      type: only('skill'),
      ...COMMON,
      disciplines: texts,
      categories: texts,
      agents: texts,
      dependsOn: texts,
      allowedTools: text,
      license: text,
      compatibility: { ...text, maxLength: 500 },
    }),
    rule: object([...REQUIRED, 'category', 'rationale'], {
      type: only('rule'),
      ...COMMON,
      disciplines: texts,
      category: text,
      rationale: text,
    }),
    plugin: object([...REQUIRED, 'skills'], { type: only('plugin'), ...COMMON, skills: texts, version: text }),
    marketplace: object([...REQUIRED, 'plugins'], { type: only('marketplace'), ...COMMON, plugins: texts, version: text }),
  },
};
