// What the company does: counts and groups in; domains, systems and software templates out.
import type { Domain, Group, System, Template } from './model.ts';
import type { Names } from './names.ts';
import { workingGroups } from './plan-people.ts';
import type { Random } from './random.ts';
import { AREAS, QUALIFIERS, ROLES, SUBJECTS, SYSTEMS } from './words.ts';

/** Plans domains. A quarter of them is part of another one. */
export function planDomains(count: number, groups: readonly Group[], names: Names, random: Random): Domain[] {
  const owners = groups.filter(({ type }) => type !== 'team');
  const domains: Domain[] = [];
  for (let index = 0; index < count; index++) {
    const name = names.fresh(() =>
      index < AREAS.length ? random.pick(AREAS) : `${random.pick(QUALIFIERS)}-${random.pick(AREAS)}-business`,
    );
    const parent = index > 2 && random.chance(0.25) ? random.pick(domains.filter((domain) => domain.parent === null)) : null;
    domains.push({ kind: 'Domain', namespace: 'default', name, owner: random.pick(owners), parent });
  }
  return domains;
}

/** Plans systems, each of a domain and a team. */
export function planSystems(count: number, domains: readonly Domain[], groups: readonly Group[], names: Names, random: Random): System[] {
  const owners = workingGroups(groups);
  return Array.from({ length: count }, () => {
    const name = names.fresh(() => `${random.pick(SUBJECTS)}-${random.pick(SYSTEMS)}`);
    return { kind: 'System', namespace: 'default', name, owner: random.pick(owners), domain: random.pick(domains) };
  });
}

/** Plans software templates. */
export function planTemplates(count: number, groups: readonly Group[], names: Names, random: Random): Template[] {
  const owners = workingGroups(groups);
  return Array.from({ length: count }, () => {
    const type = random.pick(Object.keys(ROLES));
    const name = names.fresh(() => `new-${random.pick(SUBJECTS)}-${random.pick(ROLES[type] ?? [])}-template`);
    return { kind: 'Template', namespace: 'default', name, owner: random.pick(owners), type };
  });
}
