import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import compression from 'compression';
import { quietPolicy } from '#lib/server/http/policy.ts';

/**
 * Serves the built forum. A server of our own around adapter-node's handler, because forms are
 * posted over plain http both to localhost and to 127.0.0.1, because pages should be compressed,
 * and because the database must be closed when the process is asked to end.
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
process.env.BODY_SIZE_LIMIT ??= '12M';

/** How long a slow request may take to end after we are asked to stop, in milliseconds. */
const patience = 3000;

type Handler = (request: IncomingMessage, response: ServerResponse, next: () => void) => void;

/** Made by `npm run build`, so the type checker cannot know it. */
const built = new URL('../build/handler.js', import.meta.url).href;
const { handler } = (await import(built)) as { handler: Handler };
const compress = compression({ filter: isCompressible }) as unknown as Handler;

const server = createServer((request, response) => {
  if (isFile(request)) {
    response.setHeader('content-security-policy', quietPolicy);
    response.setHeader('x-content-type-options', 'nosniff');
  }
  if (!trustsProxy) request.headers['x-forwarded-proto'] = 'http';
  else request.headers['x-forwarded-for'] ??= request.socket.remoteAddress;
  compress(request, response, () => handler(request, response, () => notFound(response)));
});

server.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EADDRINUSE') throw error;
  console.error(`Port ${port} is in use. Set PORT to another.`);
  process.exit(1);
});
server.listen(port, host, () => {
  console.log(`Lydhør: ${process.env.ORIGIN || `http://localhost:${port}`}`);
});

for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => shutDown(signal));

/**
 * A file has an ending, and a page has none. A page brings its own headers; on one that is
 * unchanged another policy would take the place of the one it came with.
 */
const isFile = ({ url = '' }: IncomingMessage) => /\.\w+$/.test(url.split('?', 1)[0]!);

/** Event streams are sent as they come, and not gathered up for compression. */
function isCompressible(request: IncomingMessage, response: ServerResponse): boolean {
  if (String(response.getHeader('content-type')).startsWith('text/event-stream')) return false;
  return compression.filter(request as never, response as never);
}

function notFound(response: ServerResponse) {
  response.statusCode = 404;
  response.end();
}

/** Lets the requests under way finish, then lets the forum close its database. */
function shutDown(reason: string) {
  process.emit('sveltekit:shutdown' as never, reason as never);
  server.close();
  server.closeIdleConnections();
  setTimeout(() => server.closeAllConnections(), patience).unref();
}
