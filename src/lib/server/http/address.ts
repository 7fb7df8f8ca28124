import { isIPv4, isIPv6 } from 'node:net';
import type { RequestEvent } from '@sveltejs/kit';

/**
 * Where the request comes from, as limits count it: an IPv4 address, or the first 64 bits of an
 * IPv6 one, since a household is given at least so many. Behind a proxy it is the proxy's word,
 * which src/server.ts takes only where TRUST_PROXY says so.
 */
export function addressOf(event: Pick<RequestEvent, 'getClientAddress'>): string {
  try {
    return networkOf(event.getClientAddress());
  } catch {
    return unknown;
  }
}

/** All who come without an address are counted as one. */
const unknown = 'unknown';

/** The network that an address is in, as limits count it. */
export function networkOf(address: string): string {
  const plain = address.trim().replace(/%.*$/, '');
  if (isIPv4(plain)) return plain;
  if (!isIPv6(plain)) return unknown;
  const groups = groupsOf(plain);
  const mapped = groups.slice(0, 5).every((group) => group === 0) && groups[5] === 0xffff;
  if (mapped)
    return groups
      .slice(6)
      .flatMap((group) => [group >> 8, group & 255])
      .join('.');
  return `${groups
    .slice(0, 4)
    .map((group) => group.toString(16))
    .join(':')}::/64`;
}

/** The eight groups of an IPv6 address, however it is shortened. */
function groupsOf(address: string): number[] {
  const whole = new URL(`http://[${address}]`).hostname.slice(1, -1);
  const [before = '', after] = whole.split('::');
  const numbers = (part: string) => (part ? part.split(':').map((each) => parseInt(each, 16)) : []);
  if (after === undefined) return numbers(before);
  const [first, last] = [numbers(before), numbers(after)];
  return [...first, ...Array<number>(8 - first.length - last.length).fill(0), ...last];
}
