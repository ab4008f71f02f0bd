// What portal.yaml says about how the use of technologies is known: the part of the schema, and the checked values with their places out.
import * as z from 'zod';
import type { Place } from '../lib/problem.ts';
import type { Fault } from './rules.ts';
import { text } from './text.ts';
import type { TechnologySpec } from './types.ts';

const shortText = text((value): Fault | null =>
  value.trim() !== '' && value.length <= 400
    ? null
    : { rule: 'config/wrong-type', message: 'The text is empty or too long.', hint: 'Write a name, or a pattern such as pkg:npm/react.' },
);

const value = shortText.meta({ description: 'The value it must have, perhaps with stars. Default: any.' }).optional();

/** Defines the key `technologies`. */
export const TECHNOLOGIES_SCHEMA = z.record(
  z.string(),
  z.strictObject({
    packages: z
      .array(shortText)
      .max(200)
      .meta({ description: 'Names of packages, or patterns of package URLs.', examples: [['pkg:npm/@angular/*', 'pkg:docker/postgres']] })
      .optional(),
    match: z
      .array(
        z.union([
          shortText.meta({ description: 'A tag.' }),
          z.strictObject({ tag: shortText }),
          z.strictObject({ label: shortText, value }),
          z.strictObject({ annotation: shortText, value }),
        ]),
      )
      .max(200)
      .meta({
        description: 'Tags, labels and annotations of entities that show that they use it. Default: the tag that is called as the entry.',
        examples: [[{ tag: 'k8s' }, { annotation: 'backstage.io/kubernetes-id' }]],
      })
      .optional(),
  }),
);

type TechnologiesSpec = z.infer<typeof TECHNOLOGIES_SCHEMA>;

/** Fills in what the checked key says; `place` finds a field below it. */
export function technologiesOf(
  spec: TechnologiesSpec | undefined,
  place: (path: readonly (string | number)[], what?: 'key' | 'value') => Place,
): TechnologySpec[] {
  return Object.entries(spec ?? {}).map(([id, { packages = [], match }]) => ({
    id,
    place: place([id], 'key'),
    packages: packages.map((one, index) => ({ text: one, place: place([id, 'packages', index]) })),
    match:
      match?.map((one, index) => {
        const at = place([id, 'match', index]);
        if (typeof one === 'string') return { on: 'tag' as const, key: one, value: null, place: at };
        if ('tag' in one) return { on: 'tag' as const, key: one.tag, value: null, place: at };
        if ('label' in one) return { on: 'label' as const, key: one.label, value: one.value ?? null, place: at };
        return { on: 'annotation' as const, key: one.annotation, value: one.value ?? null, place: at };
      }) ?? null,
  }));
}
