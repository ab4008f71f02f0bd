// Diagrams drawn by servers on this machine that answer as real ones do, well and badly.
import { mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { DiagramServer } from '../../../src/config/types.ts';
import { type Diagram, toDiagram } from '../../../src/lib/diagrams.ts';
import { type DrawOptions, createDrawer } from '../../../src/sources/diagrams/draw.ts';
import { type Asked, type DrawingServer, PICTURE, startDrawingServer } from '../../support/drawing-server.ts';

let server: DrawingServer;
let cache: string;
beforeEach(async () => {
  server = await startDrawingServer();
  cache = mkdtempSync(join(tmpdir(), 'callboard-diagrams-'));
});
afterEach(async () => {
  await server.close();
  rmSync(cache, { recursive: true });
});

const PLACE = { source: 'portal', path: 'portal.yaml', line: 5, column: 5 };
const kroki = (url = server.url): DiagramServer => ({ kind: 'kroki', url, place: PLACE });
const A = toDiagram('d2', 'a');
const B = toDiagram('d2', 'b');
const many = (count: number): Diagram[] => Array.from({ length: count }, (_, index) => toDiagram('d2', `x${index}`));

async function draw(diagrams: readonly Diagram[], options: DrawOptions = {}, servers = [kroki()]) {
  const limits = { retries: 1, retrySeconds: 0, answerSeconds: 1, ...options.limits };
  const { drawings, problems } = await createDrawer({ docs: { servers, embeds: [] } }, { cache, ...options, limits })(diagrams);
  return {
    drawn: diagrams.map(({ key }) => drawings.get(key)),
    complaints: problems.map(({ rule, message, place }) => `${place?.line} ${rule} ${message}`),
    paths: server.asked.map(({ method, path }) => `${method} ${path}`),
  };
}

describe('createDrawer(config)', () => {
  test('asks the server for each diagram, and never again', async () => {
    expect(await draw([A, B])).toEqual({
      drawn: [{ svg: PICTURE }, { svg: PICTURE }],
      complaints: [],
      paths: ['POST /d2/svg', 'POST /d2/svg'],
    });
    expect(server.asked.map(({ body }) => body).sort()).toEqual(['a', 'b']);
    expect((await draw([A, B])).paths).toHaveLength(2);
    expect((await draw([A, toDiagram('d2', 'c')])).paths).toHaveLength(3);
  });

  test('prefers a PlantUML server for PlantUML', async () => {
    const plantuml: DiagramServer = { kind: 'plantuml', url: `${server.url}/plantuml`, place: PLACE };
    const { drawn, paths } = await draw([toDiagram('plantuml', 'a -> b'), A], {}, [plantuml, kroki()]);
    expect(drawn).toEqual([{ svg: PICTURE }, { svg: PICTURE }]);
    expect(paths.sort()).toEqual([expect.stringMatching(/^GET \/plantuml\/svg\/[\w-]{20,}$/), 'POST /d2/svg']);
    expect((await draw([toDiagram('d2', 'new')], {}, [plantuml])).drawn).toEqual([{ undrawn: 'no-server' }]);
  });

  test('draws nothing where no server is named', async () => {
    expect(await draw([A], {}, [])).toEqual({ drawn: [{ undrawn: 'no-server' }], complaints: [], paths: [] });
  });

  test('without network uses what was drawn, and says once what was not', async () => {
    await draw([A]);
    expect(await draw([A, B, ...many(2)], { offline: true })).toMatchObject({
      drawn: [{ svg: PICTURE }, { undrawn: 'not-asked' }, { undrawn: 'not-asked' }, { undrawn: 'not-asked' }],
      complaints: ['5 source/diagram-server Without network, 3 diagrams are shown as source: no earlier build has drawn them.'],
      paths: ['POST /d2/svg'],
    });
  });

  test('costs one diagram where that is not valid; asks for it again, but knows without network', async () => {
    server.answer = ({ body }, response) =>
      body === 'a' ? void response.writeHead(400).end('Error 400: err: -:1:1: unexpected text') : void response.end(PICTURE);
    const wanted = [{ error: 'unexpected text', line: 1 }, { svg: PICTURE }];
    expect(await draw([A, B])).toMatchObject({ drawn: wanted, complaints: [] });
    expect(await draw([A, B], { offline: true })).toMatchObject({ drawn: wanted, complaints: [] });
    expect((await draw([A, B])).paths).toHaveLength(3);
    server.answer = (_, response) => void response.end(PICTURE);
    expect((await draw([A])).drawn).toEqual([{ svg: PICTURE }]);
  });

  test.each<[string, (asked: Asked, response: ServerResponse) => void, object]>([
    [
      'is too large',
      (_, response) => response.end(`<svg>${' '.repeat(1_000_001)}</svg>`),
      { error: 'its drawing is too large', line: null },
    ],
    ['does not end', (_, response) => endless(response), { error: 'its drawing is too large', line: null }],
    ['is refused', (_, response) => response.writeHead(413).end('x'), { error: 'it is too long for the server', line: null }],
    [
      'breaks the server',
      (_, response) => response.writeHead(500).end('x'),
      { error: 'the server fails: it answers with status 500', line: null },
    ],
    [
      'is answered with HTML',
      (_, response) => response.end('<!doctype html><html><svg></svg></html>'),
      { error: 'the server fails: it answers with something that is no drawing', line: null },
    ],
    [
      'is answered with nonsense',
      (_, response) => response.end(Buffer.from([0, 1, 2, 255])),
      { error: 'the server fails: it answers with something that is no drawing', line: null },
    ],
    [
      'is answered with what looks like one for long',
      (_, response) => response.end(`${'<!---->'.repeat(1_400)}<p>`),
      { error: 'the server fails: it answers with something that is no drawing', line: null },
    ],
    [
      'is answered with nothing',
      (_, response) => response.end(),
      { error: 'the server fails: it answers with something that is no drawing', line: null },
    ],
    ['is never answered', () => undefined, { error: 'the server fails: there was no answer within 1 seconds', line: null }],
    [
      'is sent elsewhere',
      (_, response) => response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end(),
      { error: 'the server fails: it redirects elsewhere', line: null },
    ],
  ])('costs one diagram that %s', async (_, fault, wanted) => {
    server.answer = (asked, response) => (asked.body === 'a' ? fault(asked, response) : void response.end(PICTURE));
    expect(await draw([A, B])).toMatchObject({ drawn: [wanted, { svg: PICTURE }], complaints: [] });
  });

  test('takes a drawing with the declarations that tools write before it', async () => {
    const svg =
      '\uFEFF<?xml version="1.0"?>\n<!-- by a tool -->\n<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "x.dtd" [<!ENTITY a "b">]>\n<svg/>';
    server.answer = (_, response) => void response.end(svg);
    expect((await draw([A])).drawn).toEqual([{ svg: svg.slice(1) }]);
  });

  test('sends no source that is very long', async () => {
    const { drawn, paths } = await draw([toDiagram('d2', 'ä'.repeat(100_001))]);
    expect({ drawn, paths }).toEqual({ drawn: [{ error: 'it is too long', line: null }], paths: [] });
  });

  test('tells once of a server that cannot be reached, and keeps what it has', async () => {
    await draw([A]);
    await server.close();
    const { drawn, complaints } = await draw([A, B, ...many(40)]);
    expect(drawn.slice(0, 3)).toEqual([{ svg: PICTURE }, { undrawn: 'not-asked' }, { undrawn: 'not-asked' }]);
    expect(complaints).toEqual([
      `5 source/diagram-server The server ${server.url} draws no diagrams: it cannot be reached. 41 diagrams are shown as source.`,
    ]);
  });

  test('gives a server up that fails again and again', async () => {
    server.answer = (_, response) => void response.writeHead(502).end();
    const { drawn, complaints, paths } = await draw(many(50), { limits: { atOnce: 1, retries: 0 } });
    expect(paths).toHaveLength(3);
    expect(drawn.slice(3)).toEqual(Array.from({ length: 47 }, () => ({ undrawn: 'not-asked' })));
    expect(complaints).toEqual([
      expect.stringContaining('draws no diagrams: it answers with status 502. 48 diagrams are shown as source.'),
    ]);
  });

  test('tells of a wrong address once', async () => {
    server.answer = (_, response) => void response.writeHead(404).end('Not found');
    const { complaints } = await draw(many(9), { limits: { atOnce: 1 } });
    expect(complaints).toEqual([expect.stringContaining('it answers with status 404')]);
  });

  test('waits as long as a server asks for it', async () => {
    let busy = 2;
    server.answer = (_, response) => void (busy-- > 0 ? response.writeHead(429, { 'retry-after': '7' }) : response).end(PICTURE);
    const waited: number[] = [];
    const wait = async (seconds: number) => void waited.push(seconds);
    expect(await draw([A], { wait, limits: { retries: 3 } })).toMatchObject({ drawn: [{ svg: PICTURE }], complaints: [] });
    expect(waited).toEqual([7, 7]);
  });

  test('waits for no server that asks for more than is bearable', async () => {
    server.answer = (_, response) => void response.writeHead(429, { 'retry-after': '86400' }).end();
    const wait = async () => expect.unreachable();
    expect((await draw([A], { wait })).drawn).toEqual([{ error: 'the server fails: it answers with status 429', line: null }]);
  });

  test('asks again after an error that passes', async () => {
    let failing = 1;
    server.answer = (_, response) => void response.writeHead(failing-- > 0 ? 503 : 200).end(PICTURE);
    expect(await draw([A])).toMatchObject({ drawn: [{ svg: PICTURE }], complaints: [], paths: ['POST /d2/svg', 'POST /d2/svg'] });
  });

  test('ends when drawing all takes too long', async () => {
    server.answer = () => undefined;
    const { drawn, complaints } = await draw(many(30), { limits: { answerSeconds: 30, allSeconds: 0.3 } });
    expect(drawn).toEqual(Array.from({ length: 30 }, () => ({ undrawn: 'not-asked' })));
    expect(complaints).toEqual([expect.stringContaining('drawing all diagrams takes too long')]);
  });

  test('asks for a bounded number at the same time', async () => {
    let open = 0;
    let most = 0;
    server.answer = (_, response) => {
      most = Math.max(most, ++open);
      setTimeout(() => {
        open--;
        response.end(PICTURE);
      }, 5);
    };
    await draw(many(30), { limits: { atOnce: 4 } });
    expect(most).toBe(4);
  });

  test('draws again what is damaged on disk, and removes what is old', async () => {
    await draw([A, B]);
    const files = readdirSync(join(cache, 'diagrams'));
    expect(files.sort()).toEqual([`${A.key}.json`, `${B.key}.json`].sort());
    writeFileSync(join(cache, 'diagrams', `${A.key}.json`), '{"version":1,"drawing":{"svg":');
    utimesSync(join(cache, 'diagrams', `${B.key}.json`), new Date(0), new Date(0));
    expect((await draw([A])).drawn).toEqual([{ svg: PICTURE }]);
    expect(readdirSync(join(cache, 'diagrams'))).toEqual([`${A.key}.json`]);
  });
});

function endless(response: ServerResponse): void {
  response.write('<svg>');
  const more = (): void => {
    if (response.writable && !response.closed) response.write('x'.repeat(100_000), () => setImmediate(more));
  };
  more();
}
