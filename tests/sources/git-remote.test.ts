// The answer of `git ls-remote`.
import { describe, expect, test } from 'vitest';
import { chooseRef } from '../../src/sources/git-remote.ts';

const [A, B, C] = ['a', 'b', 'c'].map((letter) => letter.repeat(40));

describe('chooseRef(answer, names)', () => {
  const answer = `${A}\trefs/heads/x/refs/heads/main\n${B}\trefs/tags/main\n${C}\trefs/tags/main^{}\n`;
  test('takes exact names only', () => {
    expect(chooseRef(answer, ['refs/heads/main'])).toBeNull();
  });
  test('takes the commit that a tag stands for', () => {
    expect(chooseRef(answer, ['refs/heads/main', 'refs/tags/main^{}', 'refs/tags/main'])).toEqual({ commit: C, name: 'refs/tags/main' });
  });
  test('takes nothing that is no hash', () => {
    expect(chooseRef('--upload-pack=x\tHEAD\nref: refs/heads/main\tHEAD\n', ['HEAD'])).toBeNull();
  });
});
