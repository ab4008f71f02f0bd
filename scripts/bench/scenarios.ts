// What is changed between two builds: rows of scenarios, each with what it changes in the files of an organisation or of Callboard itself.
import { loadAll } from 'js-yaml';
import { changeTemplate } from './callboard-fs.ts';
import { type Entity, toYaml } from './entity.ts';
import { repositoriesOf } from './files.ts';
import type { Laid } from './lay-out-fs.ts';
import { type BenchFile, type Component, type Organisation, type Site, refOf } from './model.ts';
import { workingGroups } from './plan-people.ts';

/** What a scenario may change. */
export interface Workshop {
  readonly organisation: Organisation;
  readonly laid: Laid;
  /** Folder of the copy of Callboard that builds. */
  readonly callboard: string;
  /** Another one for each change, so that none is the same as before. */
  readonly mark: string;
}

export interface Scenario {
  /** What it is called on the command line. */
  readonly name: string;
  readonly title: string;
  /** Begins without anything of an earlier build. */
  readonly cold?: boolean;
  /** Needs entities. */
  readonly catalog?: boolean;
  /** Changes files before the build; none changes nothing. */
  readonly change?: (workshop: Workshop) => Promise<void> | void;
}

/** All scenarios in their order: each builds on what the one before has left. */
export const SCENARIOS: readonly Scenario[] = [
  { name: 'cold', title: 'cold', cold: true },
  { name: 'unchanged', title: 'nothing changed' },
  { name: 'repository', title: 'one repository changed', change: changeRepository },
  { name: 'owner', title: 'one owner changed', catalog: true, change: changeOwner },
  { name: 'template', title: 'one template changed', catalog: true, change: ({ callboard, mark }) => changeTemplate(callboard, mark) },
];

/** Someone has written on: the home page of a docs site says something more, and the component that it is of describes itself anew. */
async function changeRepository({ organisation, laid, mark }: Workshop): Promise<void> {
  const site = middleSite(organisation);
  const component = site?.component ?? organisation.repositories[0]?.components[0];
  if (component === undefined) return;
  const repository = organisation.catalog ? component.repository.name : component.name;
  const files = [
    ...(repositoriesOf(organisation)
      .find(({ name }) => name === repository)
      ?.files() ?? []),
  ];
  const home = site === undefined ? [] : files.filter(({ path }) => path === homePage(site, organisation));
  const changed = home.map(({ path, text }) => ({ path, text: `${text}\nChanged: ${mark}.\n` }));
  const described = files
    .filter(({ path }) => organisation.catalog && path === entityFile(component))
    .map((file) =>
      editEntity(file, component, (entity) => ({ ...entity, metadata: { ...entity.metadata, description: `Changed: ${mark}.` } })),
    );
  await laid.change(repository, [...changed, ...described]);
}

/** A component has moved to another team: nothing else is another, but both teams' pages show it. */
async function changeOwner({ organisation, laid, mark }: Workshop): Promise<void> {
  const other = middleSite(organisation)?.component.repository;
  const components = organisation.repositories.filter((one) => one !== other).flatMap((one) => one.components);
  const component = (components.length > 0 ? components : organisation.repositories.flatMap((one) => one.components)).find(
    (one) => !organisation.mistakes.has(refOf(one)),
  );
  if (component === undefined) return;
  const teams = workingGroups(organisation.groups);
  const team = teams[(teams.indexOf(component.owner) + Number(mark)) % teams.length] ?? component.owner;
  const files = [
    ...(repositoriesOf(organisation)
      .find(({ name }) => name === component.repository.name)
      ?.files() ?? []),
  ];
  const changed = files
    .filter(({ path }) => path === entityFile(component))
    .map((file) => editEntity(file, component, (entity) => ({ ...entity, spec: { ...entity.spec, owner: refOf(team) } })));
  await laid.change(component.repository.name, changed);
}

/** The site in the middle by its number of pages: neither the smallest nor the largest is what people change every day. */
function middleSite({ sites }: Organisation): Site | undefined {
  const sorted = [...sites.values()].toSorted((a, b) => a.pages.length - b.pages.length);
  return sorted[Math.floor(sorted.length / 2)];
}

function homePage({ component, docsDir, pages }: Site, { catalog }: Organisation): string {
  const folder = catalog && component.folder !== '' ? `${component.folder}/` : '';
  return `${folder}${docsDir}/${pages[0]?.path}`;
}

function entityFile({ folder, ownFile }: Component): string {
  return ownFile ? `${folder}/catalog-info.yaml` : 'catalog-info.yaml';
}

function editEntity({ path, text }: BenchFile, { kind, name }: Component, edit: (entity: Entity) => Entity): BenchFile {
  const entities = loadAll(text) as Entity[];
  return { path, text: toYaml(entities.map((one) => (one.kind === kind && one.metadata.name === name ? edit(one) : one))) };
}
