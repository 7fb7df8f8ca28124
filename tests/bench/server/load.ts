import { readFileSync } from 'node:fs';
import { Agent, request, type IncomingHttpHeaders } from 'node:http';

/** What is asked for: a page, or a form that is posted. */
export type Asked = { path: string; headers?: Record<string, string>; body?: string };
export type Answer = { status: number; headers: IncomingHttpHeaders; body: Buffer };

/**
 * How it went: answers a second, milliseconds of the middle one and the slowest hundredth, and
 * milliseconds of processor time that an answer took, which a busy machine changes little.
 */
export type Pace = { rate: number; p50: number; p99: number; work: number };

/** A server, and its process. */
export type Server = { url: string; pid: number };

/** Long enough for a steady pace, short enough to run often. */
const measured = 2000;

/** What a browser sends. */
const accepted = { 'accept-encoding': 'gzip, deflate, br' };

/**
 * Asks over so many connections that are kept open, each when it has its answer, and times them.
 * Refuses an answer that is not of the status.
 */
export async function pace(
  { url, pid }: Server,
  connections: number,
  next: (nth: number) => Asked,
  status = 200
): Promise<Pace> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const times: number[] = [];
  let nth = 0;
  const before = processorTime(pid);
  const began = performance.now();
  const connection = async () => {
    while (performance.now() - began < measured) {
      const asked = performance.now();
      const answer = await ask(url, next(nth++), agent);
      if (answer.status !== status) throw new Error(`Answered ${answer.status}, not ${status}`);
      times.push(performance.now() - asked);
    }
  };
  await Promise.all(Array.from({ length: connections }, connection));
  const seconds = (performance.now() - began) / 1000;
  agent.destroy();
  times.sort((one, other) => one - other);
  const at = (share: number) => times[Math.floor(times.length * share)] ?? NaN;
  const work = (processorTime(pid) - before) / times.length;
  return { rate: times.length / seconds, p50: at(0.5), p99: at(0.99), work };
}

/** Linux counts a process's time in hundredths of a second. */
const tick = 10;

/** The milliseconds of processor time that the process has taken; NaN where that is not told. */
function processorTime(pid: number): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ');
    return (Number(fields[11]) + Number(fields[12])) * tick;
  } catch {
    return NaN;
  }
}

/** One answer, as it came. */
export function ask(url: string, { path, headers, body }: Asked, agent?: Agent): Promise<Answer> {
  const form =
    body === undefined ? {} : { origin: url, accept: 'text/html', 'content-type': formType };
  return new Promise((resolve, reject) => {
    const options = {
      agent,
      method: body === undefined ? 'GET' : 'POST',
      headers: { ...accepted, ...form, ...headers }
    };
    const sent = request(url + path, options, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () =>
        resolve({
          status: response.statusCode!,
          headers: response.headers,
          body: Buffer.concat(parts)
        })
      );
      response.on('error', reject);
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

const formType = 'application/x-www-form-urlencoded';
