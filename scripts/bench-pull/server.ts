// The process that serves: `server.ts FOLDER [cgi]` tells its port to the process that started it, and its traffic since the last time when asked.
import { createServer } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { answerWithGit } from './git-backend.ts';
import { type Answerer, openRefCache } from './ref-cache.ts';

const [folder = '', mode] = process.argv.slice(2);
const env = { PATH: process.env['PATH'] ?? '', HOME: '/nonexistent', GIT_CONFIG_NOSYSTEM: '1' };
const sockets: Socket[] = [];
let requests = 0;
let told = 0;

const answer: Answerer =
  mode === 'cgi' ? async (request, response) => answerWithGit(folder, env, request, response) : openRefCache(folder, env);
const server = createServer((request, response) => {
  requests++;
  void answer(request, response);
});
server.on('connection', (socket: Socket) => sockets.push(socket));
server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port));

process.on('message', () => {
  const sent = sockets.reduce((sum, socket) => sum + socket.bytesWritten, 0);
  process.send?.({ requests, bytes: sent - told });
  told = sent;
  requests = 0;
});
// Nobody is left to serve.
process.on('disconnect', () => process.exit());
