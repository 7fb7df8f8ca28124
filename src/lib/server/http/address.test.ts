import { expect, test } from 'vitest';
import { networkOf } from './address.ts';

test('an IPv4 address is counted as itself, also where it is written as an IPv6 one', () => {
  expect(networkOf('192.0.2.7')).toBe('192.0.2.7');
  expect(networkOf('::ffff:192.0.2.7')).toBe('192.0.2.7');
});

test('an IPv6 address is counted by its network, however it is written', () => {
  const same = [
    '2001:db8:1:2::7',
    '2001:0db8:0001:0002:aaaa:bbbb:cccc:dddd',
    '2001:DB8:1:2::7%eth0'
  ];
  for (const address of same) expect(networkOf(address)).toBe('2001:db8:1:2::/64');
  expect(networkOf('2001:db8:1:3::7')).toBe('2001:db8:1:3::/64');
  expect(networkOf('::1')).toBe('0:0:0:0::/64');
});

test('what is no address is counted together with all else that is none', () => {
  for (const given of ['', 'evil', '1.2.3', 'x'.repeat(100_000)])
    expect(networkOf(given)).toBe('unknown');
});
