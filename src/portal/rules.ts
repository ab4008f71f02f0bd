// Rules about what only shows when the rooms meet.
import { reporter } from '../lib/problem.ts';

export const portalRules = {
  'docs/unreachable-ref': {
    severity: 'warning',
    meaning: 'An entity points to docs that lie in no source of this portal.',
    why: 'The docs tab of the entity stays empty, and its readers look for docs that exist elsewhere.',
    wrong: 'backstage.io/techdocs-ref: url:https://wiki.example/pages/42',
    right: 'backstage.io/techdocs-ref: dir:.',
  },
  'docs/unknown-entity': {
    severity: 'warning',
    meaning: 'An entity shows the docs of another entity that has none.',
    why: 'The docs tab of the entity stays empty.',
    wrong: 'backstage.io/techdocs-entity: component:default/platfrom',
    right: 'backstage.io/techdocs-entity: component:default/platform',
  },
  'docs/unknown-page': {
    severity: 'warning',
    meaning: "An entity shows a page of another entity's docs that is not there.",
    why: 'Its docs open at the home page instead.',
    wrong: 'backstage.io/techdocs-entity-path: /runbook   # the page is runbooks.md',
    right: 'backstage.io/techdocs-entity-path: /runbooks',
  },
  'model/taken': {
    severity: 'warning',
    meaning: 'A kind or field that `portal.yaml` adds is one that the catalog has already.',
    why: 'What Backstage says of its own kinds stays true, so the row is not read.',
    wrong: 'kinds: [{kind: Component}]',
    right: 'kinds: [{kind: Capability}]',
  },
  'model/unknown-kind': {
    severity: 'warning',
    meaning: 'A relation of `portal.yaml` names a kind that is not known.',
    why: 'No entity can have the field, or be what it leads to.',
    wrong: 'kinds: [Componet]',
    right: 'kinds: [Component]',
  },
  'catalog/empty-column': {
    severity: 'warning',
    meaning: 'A column of the catalog is empty for every entity, or its rows are to be ordered by a column that they do not have.',
    why: 'Most likely its path or name is misspelt.',
    wrong: "path: metadata.annotation['acme.example/tier']",
    right: "path: metadata.annotations['acme.example/tier']",
  },
  'catalog/unknown-kind': {
    severity: 'warning',
    meaning: 'Columns are configured for a kind of which there is no entity.',
    why: 'They are never shown.',
    wrong: 'presets: {sevice: {columns: [name]}}',
    right: 'presets: {component: {columns: [name]}}',
  },
  'radar/uses-hold': {
    severity: 'warning',
    meaning: 'An entity uses something that stands in a ring to be left, such as Hold.',
    why: 'The organisation has decided against it: what is new should not be built on it, and what there is should leave it.',
    wrong: '"dependencies": { "left-pad": "^1.3.0" }   # on hold',
    right: '"dependencies": {}',
  },
  'radar/bad-package': {
    severity: 'warning',
    meaning: 'A name or pattern of packages of a radar entry makes no sense.',
    why: 'It stands for no package, so nobody is shown to use the entry by it.',
    wrong: 'packages: [pkg:npn/react]',
    right: 'packages: [pkg:npm/react]',
  },
  'radar/unknown-technology': {
    severity: 'warning',
    meaning: '`technologies` of `portal.yaml` names an entry that is not on the radar.',
    why: 'What it says of the use of that entry is shown nowhere.',
    wrong: 'technologies: {kakfa: {packages: [kafkajs]}}',
    right: 'technologies: {kafka: {packages: [kafkajs]}}',
  },
  'radar/unknown-owner': {
    severity: 'warning',
    meaning: 'A radar entry names an owner that is not in the catalog.',
    why: 'Readers who want to ask somebody find nobody.',
    wrong: 'owner: group:default/platfrom',
    right: 'owner: group:default/platform',
  },
} as const;

export const report = reporter(portalRules);
