// The tech radar of the organisation: its settings and one Markdown file for each technology.
import { dump } from 'js-yaml';
import { type BenchFile, type Organisation, refOf } from './model.ts';
import { toSentence, toTitle } from './names.ts';
import { workingGroups } from './plan-people.ts';
import { createProse } from './prose.ts';
import type { Random } from './random.ts';
import { TECHNOLOGIES, type Technology } from './technologies.ts';

const RINGS = ['adopt', 'trial', 'assess', 'hold'];
const DATES = ['2024-04', '2024-10', '2025-04', '2025-10', '2026-04'];

/** Makes the files of the radar, below `radar/`. */
export function* radarFiles(organisation: Organisation): Generator<BenchFile> {
  const quadrants = [...new Set(TECHNOLOGIES.map(({ quadrant }) => quadrant))];
  yield {
    path: 'radar/radar.yaml',
    text: dump({
      title: `Tech radar of ${toTitle(organisation.company)}`,
      quadrants: quadrants.map((id) => ({ id, name: toSentence(id) })),
      rings: RINGS.map((id) => ({ id, name: toSentence(id) })),
    }),
  };
  const random = organisation.random.fork('radar');
  for (const technology of TECHNOLOGIES) yield { path: `radar/${fileName(technology)}.md`, text: entry(technology, organisation, random) };
}

function fileName({ tag }: Technology): string {
  return tag.replaceAll('#', '-sharp');
}

function entry(technology: Technology, { groups, repositories, vocabulary }: Organisation, random: Random): string {
  const prose = createProse(random, vocabulary);
  const component = random.pick(random.pick(repositories).components);
  const first = random.int(0, DATES.length - 1);
  const history = DATES.slice(first, first + random.int(1, 3)).map((date) => ({ date, ring: random.pick(RINGS), text: prose.sentence() }));
  const front = {
    title: technology.title,
    quadrant: technology.quadrant,
    tags: [technology.tag],
    owner: refOf(random.pick(workingGroups(groups))),
    links: [{ title: 'Where it runs', url: `/catalog/${component.namespace}/component/${component.name}/` }],
    history,
  };
  return `---\n${dump(front)}---\n\n${prose.paragraph(50)}\n\n${prose.paragraph(60)}\n`;
}
