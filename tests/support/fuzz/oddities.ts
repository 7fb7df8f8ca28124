/** Cookies that the forum never sets. */
export const oddCookies = [
  'session=%; session=%zz',
  'session=; =; ;;',
  'PARAGLIDE_LOCALE=__proto__',
  'PARAGLIDE_LOCALE=en',
  'PARAGLIDE_LOCALE=%E0%A4%A',
  `device=${'x'.repeat(3000)}`,
  ...['null', '1', '[]', '{}', '"x"', '{', '{"kind":"valueOf","text":{"a":1}}', '{"text":[1]}'].map(
    (flash) => `flash=${encodeURIComponent(flash)}`
  )
];

/** Headers that no browser sends. */
export const oddHeaders: readonly [string, string][] = [
  ['accept', 'application/json'],
  ['accept', '\u00e6;q=x,*/*;q=0'],
  ['accept-encoding', 'gzip;q=2, br;q=0, \u00f8'],
  ['accept-language', '*-*-*;q=1e9'],
  ['content-type', ''],
  ['content-type', 'multipart/form-data'],
  ['content-type', 'multipart/form-data; boundary='],
  ['content-type', 'multipart/form-data; boundary=x; charset=utf-16'],
  ['content-type', 'application/json'],
  ['content-type', 'text/plain'],
  ['content-type', 'application/x-www-form-urlencoded; charset=\u00ff'],
  ['content-encoding', 'gzip'],
  ['host', 'a b:99999'],
  ['host', '[::1'],
  ['host', ''],
  ['if-modified-since', '0000-01-01'],
  ['if-none-match', 'W/"\u00e6", *'],
  ['last-event-id', '1e400'],
  ['last-event-id', 'NaN'],
  ['origin', 'null'],
  ['range', 'bytes=9223372036854775808-'],
  ['referer', 'javascript:1'],
  ['x-forwarded-for', '::1%25x, 999.1.1.1'],
  ['x-forwarded-host', '\u00e6 b'],
  ['x-sveltekit-action', 'true'],
  ['x-http-method-override', 'DELETE']
];
