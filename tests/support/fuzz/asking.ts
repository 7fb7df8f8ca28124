import { Agent, request } from 'node:http';

/** What is asked of the forum, whole. */
export type Question = {
  person: string;
  method: string;
  /** With its query, in plain ASCII as a browser would send it. */
  path: string;
  headers: Record<string, string | string[]>;
  body: Buffer | null;
};

/** What it answered, and how long its headers were; of a stream nothing but that it began. */
export type Answer = { status: number; text: string; type: string; headers: number };

/** Longer than any answer takes; what takes longer hangs. */
const patience = 20_000;

const agent = new Agent({ keepAlive: true, maxSockets: 8 });

/** Asks over a real connection. Fails where it is reset, or is not answered in time. */
export function ask(url: string, { method, path, headers, body }: Question): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const length = body ? { 'content-length': String(body.length) } : {};
    const asked = request(url, {
      ...{ method, path, agent, headers: { ...length, ...headers } },
      signal: AbortSignal.timeout(patience)
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

/** As it can be read in a report of what failed. */
export const told = ({ person, method, path, headers, body }: Question): string =>
  [
    `${person}: ${method} ${path}`,
    ...Object.entries(headers)
      .filter(([name]) => name !== 'cookie' || String(headers.cookie).length < 300)
      .map(([name, value]) => `${name}: ${String(value).slice(0, 300)}`),
    body ? body.toString('latin1').slice(0, 3000) : ''
  ].join('\n');
