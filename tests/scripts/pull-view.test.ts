// What is said while sources are pulled.
import { describe, expect, test } from 'vitest';
import { createPullView } from '../../scripts/pull-view.ts';

function watch(live: boolean) {
  const said: string[] = [];
  let time = 0;
  const view = createPullView({ live, note: (text) => said.push(`… ${text}`), line: (text) => said.push(text) }, () => time);
  return { view, said, pass: (seconds: number) => (time += seconds * 1000) };
}
const start = (id: string) => ({ type: 'source-start', id, from: id, total: 3 }) as const;
const done = (id: string, bytes: number) => ({ type: 'source-done', id, commit: null, bytes }) as const;

describe('createPullView(out, now)', () => {
  test('counts on a terminal what is done, brought and failed, and names what takes long', () => {
    const { view, said, pass } = watch(true);
    view.event(start('a'));
    view.event(start('b'));
    view.event(start('c'));
    pass(1);
    view.event(done('a', 1_500_000));
    pass(4);
    view.event({ type: 'source-failed', id: 'b', reason: 'the host cannot be reached', stale: true });
    view.refresh();
    pass(1);
    view.event({ type: 'source-unchanged', id: 'c', commit: 'x' });
    view.end();
    expect(said).toEqual([
      '… 1 of 3, 1.5 MB',
      'b: the host cannot be reached; its last good copy is used',
      '… 2 of 3, 1.5 MB, 1 failed, c 5 s',
      '… 2 of 3, 1.5 MB, 1 failed, c 5 s',
      '… 3 of 3, 1.5 MB, 1 failed',
      'slowest: c 6 s, b 5 s',
    ]);
  });

  test('says elsewhere how far it is every ten seconds, and what fails at once', () => {
    const { view, said, pass } = watch(false);
    view.event(start('a'));
    pass(9);
    view.refresh();
    pass(2);
    view.refresh();
    view.refresh();
    view.event({ type: 'source-failed', id: 'a', reason: 'access was refused', stale: false });
    expect(said).toEqual(['pull: 0 of 3, a 11 s', 'a: access was refused']);
  });
});
