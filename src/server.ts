import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { Server, type Socket } from 'node:net';
import compression from 'compression';
import { ConfigurationError } from '#lib/server/access/configuration.ts';
import { defaultPolicy } from '#lib/server/http/headers.ts';
import { settingError } from './server-settings.ts';
import { startRefusal } from './start-refusal.ts';

/**
 * Serves the built forum. A server of our own around adapter-node's handler, because forms are
 * posted over plain http both to localhost and to 127.0.0.1, because pages should be compressed,
 * and because requests under way must be answered, and the database closed, when the process is
 * asked to end.
 */

const port = Number(process.env.PORT || 3000);

/** Only this machine unless HOST says otherwise, since the demo's passwords are public. */
const host = process.env.HOST || '127.0.0.1';

/** Whether a proxy sets the headers that say the protocol and the client's address. */
const trustsProxy = process.env.TRUST_PROXY === 'yes';
process.env.PROTOCOL_HEADER ??= 'x-forwarded-proto';
/** The client's address is XFF_DEPTH entries from the right of the header, by default 1. */
if (trustsProxy) process.env.ADDRESS_HEADER ??= 'x-forwarded-for';
else delete process.env.ADDRESS_HEADER;

/** Enough for a form with a file; each page has a lower limit of its own. */
process.env.BODY_SIZE_LIMIT ||= '12M';

/**
 * How long the process still accepts requests after a signal to end, in milliseconds: the system
 * resets a connection that it has made and the process has not accepted.
 */
const acceptLimit = 300;

/** How long requests under way may take after a signal to end, in milliseconds. */
const shutdownLimit = 5000;

/** How long closing the database may take after that, in milliseconds. */
const closeLimit = 4000;

/** How much of a refused body is read, in bytes: its sender reads the answer when all is sent. */
const drainLimit = 64 * 1024 * 1024;

/** How long a refused body is read, in milliseconds. */
const drainTimeLimit = 10_000;

type Handler = (request: IncomingMessage, response: ServerResponse, next: () => void) => void;

/** An empty variable counts as not set. */
for (const name of ['ORIGIN', 'XFF_DEPTH']) if (!process.env[name]) delete process.env[name];
const invalid = settingError(process.env);
if (invalid) refuseToStart(new ConfigurationError(invalid));
const handler = await loadHandler();
const compress = compression({ filter: isCompressible }) as unknown as Handler;
const connections = new Set<Socket>();
const answering = new Set<ServerResponse>();
let acceptedCount = 0;
let isShuttingDown = false;

const server = createServer((request, response) => {
  track(response);
  response.once('finish', () => drain(request));
  if (isFile(request)) {
    response.setHeader('content-security-policy', defaultPolicy);
    response.setHeader('x-content-type-options', 'nosniff');
  }
  if (!trustsProxy) request.headers['x-forwarded-proto'] = 'http';
  else request.headers['x-forwarded-for'] ??= request.socket.remoteAddress;
  compress(request, response, () => handler(request, response, () => notFound(response)));
});
server.on('connection', (socket: Socket) => {
  acceptedCount++;
  connections.add(socket);
  socket.once('close', () => connections.delete(socket));
});
server.on('error', refuseToStart);
server.listen(port, host, () => {
  console.log(`Lydhør: ${process.env.ORIGIN || `http://localhost:${port}`}`);
});
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void shutDown());

/** Loads the built forum, which opens its database; the build has no types. */
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
 * Whether the request is for a file, whose path has an extension. A page sets its own headers: on a
 * 304, our policy would replace that of the page.
 */
function isFile({ url = '' }: IncomingMessage): boolean {
  return /\.\w+$/.test(url.split('?', 1)[0]!);
}

/** Whether the response can be compressed: an event stream would be held back. */
function isCompressible(request: IncomingMessage, response: ServerResponse): boolean {
  if (String(response.getHeader('content-type')).startsWith('text/event-stream')) return false;
  return compression.filter(request as never, response as never);
}

function notFound(response: ServerResponse) {
  response.statusCode = 404;
  response.end();
}

/** Keeps the responses under way; while shutting down, each is the last of its connection. */
function track(response: ServerResponse) {
  answering.add(response);
  response.once('close', () => answering.delete(response));
  if (isShuttingDown) response.shouldKeepAlive = false;
}

/**
 * Reads and drops the rest of a body that was answered before it was read, as one that is too large
 * is: a client that is still sending would not see the answer. Closes the connection at the limits.
 */
function drain(request: IncomingMessage) {
  if (request.complete || request.destroyed) return;
  let left = drainLimit;
  const letGo = () => request.socket.destroy();
  const timer = setTimeout(letGo, drainTimeLimit);
  request.removeAllListeners('data');
  request.on('data', (chunk: Buffer) => {
    left -= chunk.length;
    if (left < 0) letGo();
  });
  request.once('close', () => clearTimeout(timer));
  request.resume();
}

/**
 * Answers the requests sent before the signal to end, each as the last of its connection; then
 * accepts no more, tells event streams to end, waits for the requests under way, and has the forum
 * close its database. Each wait has a limit.
 */
async function shutDown() {
  isShuttingDown = true;
  for (const response of answering) response.shouldKeepAlive = false;
  const noLonger = new Promise((resolve) => setTimeout(resolve, shutdownLimit).unref());
  await new Promise((resolve) => setTimeout(resolve, acceptLimit));
  await Promise.race([acceptPending(), noLonger]);
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

/** Ends the connections without a request under way. */
async function endIdleConnections() {
  const idle = connections.difference(busyConnections());
  await acceptPending();
  for (const socket of idle.difference(busyConnections())) socket.end();
}

const busyConnections = () => new Set([...answering].map(({ socket }) => socket));

/**
 * Resolves when the connections that the system holds for the process, and their requests, are
 * accepted: a connection takes one turn of the event loop, its request the next.
 */
async function acceptPending() {
  const turns = 4;
  for (let quiet = 0, before = acceptedCount; quiet < turns; quiet++) {
    await new Promise((resolve) => setImmediate(resolve));
    if (acceptedCount > before) quiet = 0;
    before = acceptedCount;
  }
}
