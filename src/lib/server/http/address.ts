import { isIPv4, isIPv6 } from 'node:net';
import type { RequestEvent } from '@sveltejs/kit';

/**
 * Returns the network that a request comes from, by which limits count: an IPv4 address, or the first
 * 64 bits of an IPv6 address, which one household shares. Behind a proxy it is the address that the
 * proxy gives, which src/server.ts believes only if TRUST_PROXY is set.
 */
export function addressOf(event: Pick<RequestEvent, 'getClientAddress'>): string {
  try {
    return networkOf(event.getClientAddress());
  } catch {
    return unknown;
  }
}

/** The network of every request without an address. */
const unknown = 'unknown';

/** Returns the network of an address, by which limits count; `unknown` if it is no address. */
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

/** Returns the eight numbers of an IPv6 address, which may be shortened. */
function groupsOf(address: string): number[] {
  const whole = new URL(`http://[${address}]`).hostname.slice(1, -1);
  const [before = '', after] = whole.split('::');
  const numbers = (part: string) => (part ? part.split(':').map((each) => parseInt(each, 16)) : []);
  if (after === undefined) return numbers(before);
  const [first, last] = [numbers(before), numbers(after)];
  return [...first, ...Array<number>(8 - first.length - last.length).fill(0), ...last];
}
