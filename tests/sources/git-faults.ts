// What a web server for repositories may do wrong: each fault is given the response, and a way to let git answer after all.
import type { ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { Transform } from 'node:stream';

/** Answers a request badly. `answer` lets git answer, through a stream that may spoil it. */
export type Fault = (response: ServerResponse, answer: (shape?: Transform) => void) => void;

/** Never answers. */
export const silence: Fault = () => undefined;

/** Answers with what is no git at all, but says that it is. */
export const garbage: Fault = (response) =>
  void response.writeHead(200, { 'content-type': 'application/x-git-upload-pack-advertisement' }).end('\0\u00ff garbage '.repeat(1000));

/** Answers with a page for people, as the login page of a proxy does. */
export const webPage: Fault = (response) =>
  void response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><title>Please log in</title>');

/** Answers with a status alone. */
export function status(code: number, headers: Readonly<Record<string, string>> = {}): Fault {
  return (response) => void response.writeHead(code, headers).end();
}

/** Breaks the connection when so many bytes of an answer have been sent. */
export function cutAfter(bytes: number): Fault {
  return (response, answer) => answer(upTo(bytes, () => response.destroy()));
}

/** Sends so many bytes of an answer, and then nothing more, without an end. */
export function stallAfter(bytes: number): Fault {
  return (_, answer) => answer(upTo(bytes, () => undefined));
}

/** Sends so many bytes a second. */
export function slowedTo(bytesPerSecond: number): Fault {
  const step = Math.ceil(bytesPerSecond / 50);
  return (_, answer) =>
    answer(
      new Transform({
        async transform(chunk: Buffer, _, done) {
          for (let at = 0; at < chunk.length; at += step) {
            this.push(chunk.subarray(at, at + step));
            await wait((Math.min(step, chunk.length - at) * 1000) / bytesPerSecond);
          }
          done();
        },
      }),
    );
}

/** Lets so many bytes through; from then on nothing passes any more. */
function upTo(bytes: number, then: () => void): Transform {
  let left = bytes;
  return new Transform({
    transform(chunk: Buffer, _, done) {
      if (chunk.length <= left) {
        left -= chunk.length;
        done(null, chunk);
        return;
      }
      this.push(chunk.subarray(0, left));
      left = 0;
      // What was pushed is on its way first.
      setTimeout(then, 20);
    },
  });
}
