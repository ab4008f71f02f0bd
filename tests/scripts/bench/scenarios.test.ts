// What a scenario changes: the files that it writes anew, and nothing else in them.
import { loadAll } from 'js-yaml';
import { describe, expect, test } from 'vitest';
import { portalFiles } from '../../../scripts/bench/files.ts';
import type { BenchFile } from '../../../scripts/bench/model.ts';
import { planOrganisation } from '../../../scripts/bench/plan.ts';
import { SCENARIOS } from '../../../scripts/bench/scenarios.ts';
import type { WrittenEntity } from './organisation.ts';

/** Lets a scenario change an organisation; returns the files it wrote, with what stood there before. */
async function changed(name: string, entities: number, mark = '1') {
  const organisation = planOrganisation({ entities, docs: 80, seed: 'scenarios' });
  const before = new Map([...portalFiles(organisation)].map(({ path, text }) => [path, text]));
  const written: (BenchFile & { before: string | undefined })[] = [];
  const change = async (repository: string, files: readonly BenchFile[]) => {
    for (const { path, text } of files) written.push({ path, text, before: before.get(`repos/${repository}/${path}`) });
  };
  const laid = { config: '', files: 0, bytes: 0, change, close: () => undefined };
  await SCENARIOS.find((scenario) => scenario.name === name)?.change?.({ organisation, laid, callboard: '', mark });
  return written;
}

/** The entities of two versions of a file that are not the same. */
function others({ text, before = '' }: { text: string; before: string | undefined }): [WrittenEntity, WrittenEntity][] {
  const [now, then] = [text, before].map((version) => loadAll(version) as WrittenEntity[]) as [WrittenEntity[], WrittenEntity[]];
  expect(now).toHaveLength(then.length);
  return now.flatMap((entity, index) =>
    JSON.stringify(entity) === JSON.stringify(then[index]) ? [] : [[then[index] as WrittenEntity, entity]],
  );
}

describe('one repository changed', () => {
  test('a home page says more, and its component describes itself anew', async () => {
    const [page, entities, ...rest] = await changed('repository', 100);
    expect(rest).toEqual([]);
    expect(page?.path).toMatch(/index\.md$/);
    expect(page?.text.startsWith(page.before ?? 'nothing')).toBe(true);
    expect(page?.text).not.toBe(page?.before);
    const [pair, ...more] = others(entities ?? { text: '', before: '' });
    expect(more).toEqual([]);
    expect(pair?.[1]).toEqual({ ...pair?.[0], metadata: { ...pair?.[0].metadata, description: 'Changed: 1.' } });
  });

  test('of docs alone, a home page says more', async () => {
    const written = await changed('repository', 0);
    expect(written.map(({ path, before }) => [path.endsWith('index.md'), before === undefined])).toEqual([[true, false]]);
  });
});

describe('one owner changed', () => {
  test('one component is of another team that is there, another one each time', async () => {
    const owners = await Promise.all(
      ['1', '2'].map(async (mark) => {
        const [file, ...rest] = await changed('owner', 100, mark);
        expect(rest).toEqual([]);
        const [pair, ...more] = others(file ?? { text: '', before: '' });
        expect(more).toEqual([]);
        expect(pair?.[1]).toEqual({ ...pair?.[0], spec: { ...pair?.[0].spec, owner: pair?.[1].spec['owner'] } });
        return [pair?.[0].spec['owner'], pair?.[1].spec['owner']];
      }),
    );
    const refs = planOrganisation({ entities: 100, docs: 80, seed: 'scenarios' }).groups.map(({ name }) => `group:default/${name}`);
    expect(refs).toEqual(expect.arrayContaining(owners.map(([, owner]) => owner)));
    expect(new Set(owners.map(([, owner]) => owner)).size).toBe(2);
  });
});
