import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { Server, type Socket } from 'node:net';
import compression from 'compression';
import { ConfigurationError } from '#lib/server/access/configuration.ts';
import { quietPolicy } from '#lib/server/http/headers.ts';
import { troubleIn } from './server-settings.ts';
import { startRefusal } from './start-refusal.ts';

/**
 * Serves the built forum. A server of our own around adapter-node's handler, because forms are
 * posted over plain http both to localhost and to 127.0.0.1, because pages should be compressed,
 * and because requests under way must be answered, and the database closed, when the process is
 * asked to end.
 */

const port = Number(process.env.PORT || 3000);

/** The demo's passwords are known to all, so nobody else is let in unless HOST says so. */
const host = process.env.HOST || '127.0.0.1';

/** Behind a proxy that sets it, the header tells https from http; nobody else's word is taken. */
const trustsProxy = process.env.TRUST_PROXY === 'yes';
process.env.PROTOCOL_HEADER ??= 'x-forwarded-proto';
/** So does the address of whoever asks: XFF_DEPTH proxies from the right, 1 unless it says so. */
if (trustsProxy) process.env.ADDRESS_HEADER ??= 'x-forwarded-for';
else delete process.env.ADDRESS_HEADER;

/** A form with a file in it; what a page takes is checked again, and lower, by the page. */
process.env.BODY_SIZE_LIMIT ||= '12M';

/**
 * How long after being asked to end the process still takes requests, in milliseconds: some are on
 * their way, and the system resets a connection that it has made and nobody has taken.
 */
const lastCall = 300;

/** How long requests under way may take to end after the process is asked to, in milliseconds. */
const shutdownLimit = 5000;

/** How long closing the database may take after that, in milliseconds. */
const closeLimit = 4000;

/** How much of a refused body is read away, so that its sender can read the answer; in bytes. */
const drainLimit = 64 * 1024 * 1024;

/** How long the sender of a refused body is listened to, in milliseconds. */
const drainPatience = 10_000;

type Handler = (request: IncomingMessage, response: ServerResponse, next: () => void) => void;

/** What is set to nothing is not set. */
for (const name of ['ORIGIN', 'XFF_DEPTH']) if (!process.env[name]) delete process.env[name];
const trouble = troubleIn(process.env);
if (trouble) refuseToStart(new ConfigurationError(trouble));
const handler = await loadHandler();
const compress = compression({ filter: isCompressible }) as unknown as Handler;
const connections = new Set<Socket>();
const answering = new Set<ServerResponse>();
let taken = 0;
let isShuttingDown = false;

const server = createServer((request, response) => {
  track(response);
  response.once('finish', () => drain(request));
  if (isFile(request)) {
    response.setHeader('content-security-policy', quietPolicy);
    response.setHeader('x-content-type-options', 'nosniff');
  }
  if (!trustsProxy) request.headers['x-forwarded-proto'] = 'http';
  else request.headers['x-forwarded-for'] ??= request.socket.remoteAddress;
  compress(request, response, () => handler(request, response, () => notFound(response)));
});
server.on('connection', (socket: Socket) => {
  taken++;
  connections.add(socket);
  socket.once('close', () => connections.delete(socket));
});
server.on('error', refuseToStart);
server.listen(port, host, () => {
  console.log(`Lydhør: ${process.env.ORIGIN || `http://localhost:${port}`}`);
});
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void shutDown());

/** The built forum, which opens its database as it is loaded; the type checker cannot know it. */
async function loadHandler(): Promise<Handler> {
  const built = new URL('../build/handler.js', import.meta.url).href;
  try {
    return ((await import(built)) as { handler: Handler }).handler;
  } catch (error) {
    return refuseToStart(error);
  }
}

/** Says in one sentence why the forum does not start, and ends the process with 1. */
function refuseToStart(error: unknown): never {
  console.error(startRefusal(error, { host, port }));
  process.exit(1);
}

/**
 * A file has an ending, and a page has none. A page brings its own headers; on one that is
 * unchanged another policy would take the place of the one it came with.
 */
function isFile({ url = '' }: IncomingMessage): boolean {
  return /\.\w+$/.test(url.split('?', 1)[0]!);
}

/** Event streams are sent as they come, and not gathered up for compression. */
function isCompressible(request: IncomingMessage, response: ServerResponse): boolean {
  if (String(response.getHeader('content-type')).startsWith('text/event-stream')) return false;
  return compression.filter(request as never, response as never);
}

function notFound(response: ServerResponse) {
  response.statusCode = 404;
  response.end();
}

/** Knows which requests are under way; one that comes while shutting down is the last of its connection. */
function track(response: ServerResponse) {
  answering.add(response);
  response.once('close', () => answering.delete(response));
  if (isShuttingDown) response.shouldKeepAlive = false;
}

/**
 * Reads away what is left of a body that was answered without being read, as one that is too large
 * is: a sender that is still sending would not see the answer. Lets go of the connection where
 * that takes too much or too long.
 */
function drain(request: IncomingMessage) {
  if (request.complete || request.destroyed) return;
  let left = drainLimit;
  const letGo = () => request.socket.destroy();
  const timer = setTimeout(letGo, drainPatience);
  request.removeAllListeners('data');
  request.on('data', (chunk: Buffer) => {
    left -= chunk.length;
    if (left < 0) letGo();
  });
  request.once('close', () => clearTimeout(timer));
  request.resume();
}

/**
 * Answers what was sent before the process was asked to end, each as the last of its connection;
 * then takes no more, tells event streams to end, lets requests under way finish, and lets the
 * forum close its database. What takes longer than the limits is cut off.
 */
async function shutDown() {
  isShuttingDown = true;
  for (const response of answering) response.shouldKeepAlive = false;
  const noLonger = new Promise((resolve) => setTimeout(resolve, shutdownLimit).unref());
  await new Promise((resolve) => setTimeout(resolve, lastCall));
  await Promise.race([takeWhatArrived(), noLonger]);
  // The HTTP server's own close resets connections whose answer is still being sent.
  const closed = new Promise((resolve) => Server.prototype.close.call(server, resolve));
  process.emit('lydhoer:draining' as never);
  void noLonger.then(() => server.closeAllConnections());
  const sweeping = setInterval(() => void endIdleConnections(), 50);
  await closed;
  clearInterval(sweeping);
  setTimeout(() => process.exit(0), closeLimit).unref();
  process.emit('sveltekit:shutdown' as never, 'SIGTERM' as never);
}

/** Ends the connections on which nothing is being answered, and nothing has been asked. */
async function endIdleConnections() {
  const idle = connections.difference(busyConnections());
  await takeWhatArrived();
  for (const socket of idle.difference(busyConnections())) socket.end();
}

const busyConnections = () => new Set([...answering].map(({ socket }) => socket));

/**
 * Resolves once the connections that the system held for the process, and what was asked on them,
 * have been taken: one connection is taken a turn of the event loop, its request in the next.
 */
async function takeWhatArrived() {
  const turns = 4;
  for (let quiet = 0, before = taken; quiet < turns; quiet++) {
    await new Promise((resolve) => setImmediate(resolve));
    if (taken > before) quiet = 0;
    before = taken;
  }
}
