import { readFileSync } from 'node:fs';
import { Agent, request, type IncomingHttpHeaders } from 'node:http';

/** A request for a page, or with a form. */
export type Asked = { path: string; headers?: Record<string, string>; body?: string };
export type Answer = { status: number; headers: IncomingHttpHeaders; body: Buffer };

/**
 * The duration load: answers per second, the median and the 99th percentile in milliseconds, and the
 * processor time per answer in milliseconds, which hardly depends on a busy machine.
 */
export type Pace = { rate: number; p50: number; p99: number; work: number };

/** A server, and the id of its process. */
export type Server = { url: string; pid: number };

/** In milliseconds: long enough for a steady rate. */
const duration = 2000;

/** The header that a browser sends. */
const accepted = { 'accept-encoding': 'gzip, deflate, br' };

/**
 * Sends requests over a number of open connections, on each the next when the last is answered, and
 * returns the measured load. Throws if an answer has another status.
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
    while (performance.now() - began < duration) {
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

/** In milliseconds: the unit in which Linux counts a process's time. */
const tick = 10;

/** Returns the processor time of the process in milliseconds; NaN if the system does not tell it. */
function processorTime(pid: number): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ');
    return (Number(fields[11]) + Number(fields[12])) * tick;
  } catch {
    return NaN;
  }
}

/** Sends one request, and returns its answer as it was sent. */
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
