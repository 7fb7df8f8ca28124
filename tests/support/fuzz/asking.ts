import { Agent, request } from 'node:http';

/** A request to the forum. */
export type Question = {
  person: string;
  method: string;
  /** With its query, in plain ASCII as a browser would send it. */
  path: string;
  headers: Record<string, string | string[]>;
  body: Buffer | null;
};

/** The response, with the length of its headers; a stream has no text. */
export type Answer = { status: number; text: string; type: string; headers: number };

/** In milliseconds: longer than any response takes. */
const timeout = 20_000;

const agent = new Agent({ keepAlive: true, maxSockets: 8 });

/** Sends the request and returns the response. Fails if the connection is reset or times out. */
export function ask(url: string, { method, path, headers, body }: Question): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const length = body ? { 'content-length': String(body.length) } : {};
    const asked = request(url, {
      ...{ method, path, agent, headers: { ...length, ...headers } },
      signal: AbortSignal.timeout(timeout)
    });
    asked.on('error', reject);
    asked.on('response', (response) => {
      const status = response.statusCode!;
      const type = response.headers['content-type'] ?? '';
      const headers = response.rawHeaders.join('').length;
      if (type.startsWith('text/event-stream')) {
        resolve({ status, type, text: '', headers });
        asked.destroy();
        return;
      }
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('error', reject);
      response.on('end', () =>
        resolve({ status, type, text: Buffer.concat(parts).toString(), headers })
      );
    });
    asked.end(body ?? undefined);
  });
}

/** Returns the request in words, for the report of a failure. */
export const describeQuestion = ({ person, method, path, headers, body }: Question): string =>
  [
    `${person}: ${method} ${path}`,
    ...Object.entries(headers)
      .filter(([name]) => name !== 'cookie' || String(headers.cookie).length < 300)
      .map(([name, value]) => `${name}: ${String(value).slice(0, 300)}`),
    body ? body.toString('latin1').slice(0, 3000) : ''
  ].join('\n');
