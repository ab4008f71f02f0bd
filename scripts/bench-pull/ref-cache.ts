// Questions for refs from memory, as large git hosts answer them: git is asked once, and again when the refs of a repository have moved.
import { statSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { type WholeAnswer, answerWithGit, askGit } from './git-backend.ts';

/** An answer, and what the refs of the repository looked like on disk. */
interface Known extends WholeAnswer {
  readonly state: string;
}

/** Answers one request. */
export type Answerer = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** Makes the answerer for the repositories of a folder. What is no question for refs, a pack before all, goes to git each time. */
export function openRefCache(folder: string, env: Readonly<Record<string, string>>): Answerer {
  const known = new Map<string, Known>();
  return async (request, response) => {
    const body = await buffer(request);
    const url = request.url ?? '';
    if (!url.includes('/info/refs') && !body.includes('command=ls-refs')) {
      answerWithGit(folder, env, request, response, new PassThrough(), Readable.from([body]));
      return;
    }
    const state = refState(join(folder, new URL(url, 'http://localhost').pathname.replace(/\.git\/.*$/, '.git')));
    const key = `${url} ${String(request.headers['git-protocol'] ?? '')} ${body.toString('latin1')}`;
    const before = known.get(key);
    const answer = before?.state === state ? before : { ...(await askGit(folder, env, request, body)), state };
    known.set(key, answer);
    response.writeHead(...answer.head).end(answer.body);
  };
}

/** What changes on disk when a ref moves. */
function refState(repository: string): string {
  const files = ['HEAD', 'packed-refs', 'refs/heads/main'];
  return files.map((name) => statSync(join(repository, name), { throwIfNoEntry: false })?.mtimeMs).join(' ');
}
