// What a software template asks and does: a planned template in, its spec without owner out.
import type { Template } from './model.ts';

/** Makes the spec: one page of questions, and three steps that every template has. */
export function makeTemplateSpec({ type, name }: Template, company: string): Record<string, unknown> {
  return {
    type,
    parameters: [
      {
        title: 'About it',
        required: ['name', 'owner'],
        properties: {
          name: { title: 'Name', type: 'string', pattern: '^[a-z0-9-]+$', description: 'Lower-case letters, digits and dashes' },
          owner: { title: 'Owner', type: 'string', 'ui:field': 'OwnerPicker', 'ui:options': { catalogFilter: { kind: 'Group' } } },
          port: { title: 'Port', type: 'number', default: 8080 },
        },
      },
    ],
    steps: [
      {
        id: 'fetch',
        name: 'Fill in the skeleton',
        action: 'fetch:template',
        input: { url: `./skeletons/${name}`, values: { name: '${{ parameters.name }}' } },
      },
      {
        id: 'publish',
        name: 'Publish',
        action: 'publish:github',
        input: { repoUrl: `github.com?owner=${company}&repo=\${{ parameters.name }}` },
      },
      {
        id: 'register',
        name: 'Register',
        action: 'catalog:register',
        input: { repoContentsUrl: '${{ steps.publish.output.repoContentsUrl }}' },
      },
    ],
    output: { links: [{ title: 'Repository', url: '${{ steps.publish.output.remoteUrl }}' }] },
  };
}
