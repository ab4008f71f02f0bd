// pom.xml in: dependencies, parent, boards of versions, plugins, and the version of Java. https://maven.apache.org/pom.html
import type { Declaration, ManifestReader } from '../types.ts';
import { type Element, childText, elementsAt, parseXml } from '../xml.ts';

const JAVA = ['maven.compiler.release', 'java.version', 'maven.compiler.source'];
/** Properties may name properties. */
const MAX_STEPS = 5;

/** Reads a pom.xml. What parents in other files say is not known: a version from there is empty. */
export const readPom: ManifestReader = (text) => {
  const { root, fault } = parseXml(text);
  if (root === null || root.name !== 'project') return { declarations: [], self: null, fault };
  const properties = elementsAt(root, 'properties').flatMap(({ children }) => children);
  const values = new Map([
    ...['groupId', 'artifactId', 'version'].map((name) => [`project.${name}`, childText(root, name)] as const),
    ...properties.map(({ name, text: value }) => [name, value] as const),
  ]);
  const fill = (value: string): string => {
    let filled = value;
    for (let steps = 0; steps < MAX_STEPS && filled.includes('${') && filled.length < 1000; steps++)
      filled = filled.replace(/\$\{([^${}]{1,200})\}/g, (whole, name: string) => values.get(name) ?? whole);
    return filled.includes('${') ? '' : filled;
  };
  const managed = elementsAt(root, 'dependencyManagement', 'dependencies', 'dependency');
  const nameOf = (one: Element) => `${fill(childText(one, 'groupId'))}/${fill(childText(one, 'artifactId'))}`;
  const versions = new Map(managed.map((one) => [nameOf(one), fill(childText(one, 'version'))]));
  const declare = (one: Element, dev: boolean): Declaration => {
    const name = nameOf(one);
    return { type: 'maven', name, version: fill(childText(one, 'version')) || (versions.get(name) ?? ''), dev, line: one.line };
  };
  const java = JAVA.flatMap((name) => properties.find((one) => one.name === name) ?? [])[0];
  const runtime: Declaration[] =
    java === undefined ? [] : [{ type: 'generic', name: 'java', version: fill(java.text), dev: false, line: java.line }];
  const wholes = [root, ...elementsAt(root, 'profiles', 'profile')];
  return {
    declarations: [
      ...runtime,
      ...elementsAt(root, 'parent').map((one) => declare(one, false)),
      ...managed.filter((one) => childText(one, 'scope') === 'import').map((one) => declare(one, false)),
      ...wholes
        .flatMap((one) => elementsAt(one, 'dependencies', 'dependency'))
        .map((one) => declare(one, childText(one, 'scope') === 'test')),
      ...wholes
        .flatMap((one) => elementsAt(one, 'build', 'plugins', 'plugin'))
        // Without a group a plugin is one of Maven's own.
        .filter((one) => childText(one, 'groupId') !== '')
        .map((one) => declare(one, true)),
    ],
    self: {
      type: 'maven',
      name: `${
        childText(root, 'groupId') ||
        elementsAt(root, 'parent')
          .map((one) => childText(one, 'groupId'))
          .join('')
      }/${childText(root, 'artifactId')}`,
    },
    fault,
  };
};
