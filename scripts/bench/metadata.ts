// What people write about an entity: titles, descriptions with a bit of Markdown, tags, links, annotations, as often as in real catalogs.
import type { Link, Metadata } from './entity.ts';
import { type Item, type Organisation, refOf } from './model.ts';
import { toTitle } from './names.ts';
import { type Prose, createProse } from './prose.ts';
import type { Random } from './random.ts';
import { TECHNOLOGIES } from './technologies.ts';
import { TAGS } from './words.ts';

/** Shares of 1,089 entities of 43 public repositories. */
const SHARES = { title: 0.76, description: 0.92, tags: 0.68, links: 0.53, labels: 0.02 };
/** Icons of 645 links; `none` is a link without icon. */
const ICONS: readonly (readonly [icon: string, weight: number])[] = [
  ['github', 375],
  ['dashboard', 149],
  ['none', 59],
  ['web', 18],
  ['docs', 13],
  ['api', 8],
  ['code', 9],
];
const LINK_TITLES: Readonly<Record<string, string>> = { none: 'Wiki', github: 'Source', web: 'Website' };
const LINK_TYPES = 0.23;

type Annotate = (item: Item, company: string, random: Random) => string;
/** Annotations of software by how many of 25 repositories have them. */
const ANNOTATIONS: readonly (readonly [key: string, share: number, value: Annotate])[] = [
  ['github.com/project-slug', 0.72, ({ name }, company) => `${company}/${name}`],
  ['backstage.io/kubernetes-id', 0.2, ({ name }) => name],
  ['argocd/app-name', 0.12, ({ name }) => `${name}-production`],
  ['jira/project-key', 0.08, ({ name }) => name.slice(0, 3).toUpperCase()],
  ['pagerduty.com/service-id', 0.08, (_, __, random) => `P${random.int(100000, 999999)}`],
  ['sonarqube.org/project-key', 0.08, ({ name }, company) => `${company}_${name}`],
  ['sentry.io/project-slug', 0.05, ({ name }, company) => `${company}/${name}`],
  ['acme.example/cost-centre', 0.05, (_, __, random) => String(random.int(1000, 9999))],
];

/** Makes the metadata of an entity. Annotations that are given are added to those of software. */
export function makeMetadata(
  item: Item,
  { company, random, vocabulary }: Organisation,
  annotations: Readonly<Record<string, string>> = {},
): Metadata {
  const own = random.fork(refOf(item));
  const prose = createProse(own, vocabulary);
  const software = ['Component', 'API', 'Resource'].includes(item.kind);
  const all = { ...(software && drawAnnotations(item, company, own)), ...annotations };
  return {
    name: item.name,
    namespace: item.namespace === 'default' ? undefined : item.namespace,
    title: own.chance(SHARES.title) ? toTitle(item.name) : undefined,
    description: own.chance(SHARES.description) ? describe(item, company, prose, own) : undefined,
    labels: own.chance(SHARES.labels) ? { tier: String(own.int(1, 3)) } : undefined,
    annotations: Object.keys(all).length > 0 ? all : undefined,
    tags: own.chance(SHARES.tags) ? drawTags(own) : undefined,
    links: own.chance(SHARES.links) ? drawLinks(item, company, own) : undefined,
  };
}

function describe({ name }: Item, company: string, prose: Prose, random: Random): string {
  const first = prose.sentence();
  return random.weighted([
    [() => first, 6],
    [() => `${first} Written for **${prose.phrase(2)}**, see [the handbook](https://wiki.${company}.example/${name}).`, 2],
    [() => `${first}\n\n- \`${prose.word()}\` ${prose.phrase(5)}\n- \`${prose.word()}\` ${prose.phrase(7)}\n`, 1],
  ])();
}

function drawTags(random: Random): string[] {
  const technologies = random.sample(TECHNOLOGIES, random.int(0, 3)).map(({ tag }) => tag);
  return [...technologies, ...random.sample(TAGS, random.int(1, 2))];
}

function drawLinks({ name }: Item, company: string, random: Random): Link[] {
  const icons = new Set(Array.from({ length: random.int(1, 3) }, () => random.weighted(ICONS)));
  return [...icons].map((icon) => ({
    url:
      icon === 'github' ? `https://github.com/${company}/${name}` : `https://${icon === 'none' ? 'wiki' : icon}.${company}.example/${name}`,
    title: LINK_TITLES[icon] ?? toTitle(icon),
    icon: icon === 'none' ? undefined : icon,
    type: random.chance(LINK_TYPES) ? icon : undefined,
  }));
}

function drawAnnotations(item: Item, company: string, random: Random): Record<string, string> {
  const rows = ANNOTATIONS.filter(([, share]) => random.chance(share));
  return Object.fromEntries(rows.map(([key, , value]) => [key, value(item, company, random)]));
}
