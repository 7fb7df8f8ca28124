import { createServer } from 'node:http';

/** A server that answers every request with the bytes it was started with, to compare with. */
process.once('message', ({ body, encoding }: { body: string; encoding: string }) => {
  const bytes = Buffer.from(body, 'base64');
  const headers = {
    'content-type': 'text/html',
    'content-encoding': encoding,
    'content-length': bytes.length
  };
  const server = createServer((_, response) => {
    response.writeHead(200, headers);
    response.end(bytes);
  });
  server.listen(0, '127.0.0.1', () => {
    const address = server.address();
    if (address && typeof address === 'object') process.send!(address.port);
  });
});
