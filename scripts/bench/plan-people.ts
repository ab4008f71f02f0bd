// Groups in a tree of three levels and the people in them: counts in, groups and users out.
import type { Group, User } from './model.ts';
import { type Names, toSentence } from './names.ts';
import type { Random } from './random.ts';
import { AREAS, CREWS, FIRST_NAMES, LAST_NAMES, QUALIFIERS, SUBJECTS } from './words.ts';

/** Plans the whole company, its departments and their teams: about as many departments as a department has teams. The company stands first. */
export function planGroups(count: number, company: string, names: Names, random: Random): Group[] {
  const root = makeGroup(
    'organization',
    names.fresh(() => company),
    null,
  );
  const departments = Array.from({ length: Math.min(count - 1, Math.round(Math.sqrt(count - 1))) }, () =>
    makeGroup(
      'department',
      names.fresh(() => `${random.pick(QUALIFIERS)}-${random.pick(AREAS)}`),
      root,
    ),
  );
  const teams = Array.from({ length: count - 1 - departments.length }, () =>
    makeGroup(
      'team',
      names.fresh(() => `${random.pick(SUBJECTS)}-${random.pick(CREWS)}`),
      random.pick(departments),
    ),
  );
  return [root, ...departments, ...teams];
}

function makeGroup(type: Group['type'], name: string, parent: Group | null): Group {
  const group: Group = { kind: 'Group', namespace: 'default', name, type, parent, children: [], members: [] };
  parent?.children.push(group);
  return group;
}

/** Plans people; each is in one or two teams. */
export function planUsers(count: number, groups: readonly Group[], names: Names, random: Random): User[] {
  const homes = workingGroups(groups);
  return Array.from({ length: count }, () => {
    const name = names.fresh(() => `${random.pick(FIRST_NAMES)}.${random.pick(LAST_NAMES)}`);
    const fullName = name.split('.').map(toSentence).join(' ');
    const user: User = { kind: 'User', namespace: 'default', name, fullName, groups: random.sample(homes, random.chance(0.15) ? 2 : 1) };
    for (const group of user.groups) group.members.push(user);
    return user;
  });
}

/** Returns the groups that own things: teams, or what comes nearest in a small company. */
export function workingGroups(groups: readonly Group[]): readonly Group[] {
  const teams = groups.filter(({ type }) => type === 'team');
  return teams.length > 0 ? teams : groups.slice(-1);
}
