import { describe, expect, test } from 'vitest';
import { readForm } from './reading-forms.ts';
import { cpuTimeOf } from '../../../../tests/support/cpu.ts';

const bounds = { bytes: 2_000_000, fields: 5000 };
const urlencoded = 'application/x-www-form-urlencoded';
const multipart = 'multipart/form-data; boundary=b';

/** A form as it arrives, in parts of so many bytes, with no word of how long it is. */
function arriving(type: string, body: string | Uint8Array<ArrayBuffer>, size = 16_384) {
  const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : body;
  let at = 0;
  const taken = { bytes: 0 };
  const stream = new ReadableStream<Uint8Array<ArrayBuffer>>({
    pull(controller) {
      if (at >= bytes.length) return controller.close();
      controller.enqueue(bytes.slice(at, (at += size)));
      taken.bytes = Math.min(at, bytes.length);
    }
  });
  return { headers: new Headers({ 'content-type': type }), body: stream, taken };
}

const partOf = (name: string, value: string) =>
  `--b\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
const many = (count: number, each: (at: number) => string) =>
  Array.from({ length: count }, (_, at) => each(at)).join('');

describe('a form is read', () => {
  test('field by field, each name with all that was given under it', async () => {
    const read = await readForm(
      arriving(urlencoded, 'a=1&b%5B%5D=x&b%5B%5D=y+z&a=%C3%A6', 3),
      bounds
    );
    expect([...read.posted]).toEqual([
      ['a', ['1', 'æ']],
      ['b[]', ['x', 'y z']]
    ]);
    expect(read.trouble).toBeNull();
  });

  test('with its files, whole and in their places, whatever the parts it comes in', async () => {
    const form = new FormData();
    form.append('markdown', 'Blåbærgrød\r\n');
    form.append('file', new File(['første'], 'a.md', { type: 'text/markdown' }));
    form.append('file', new File([new Uint8Array(200_000).fill(7)], 'b.bin'));
    form.append('empty', new File([], ''));
    const sent = new Response(form);
    const body = new Uint8Array(await sent.arrayBuffer());
    for (const size of [1013, 65_536]) {
      const { posted, trouble } = await readForm(
        arriving(sent.headers.get('content-type')!, body, size),
        bounds
      );
      expect(trouble).toBeNull();
      expect(posted.get('markdown')).toEqual(['Blåbærgrød\r\n']);
      const [text, bytes] = posted.get('file') as File[];
      expect([text!.name, text!.type, await text!.text()]).toEqual([
        'a.md',
        'text/markdown',
        'første'
      ]);
      expect([bytes!.name, bytes!.size]).toEqual(['b.bin', 200_000]);
      const [empty] = posted.get('empty') as File[];
      expect([empty!.name, empty!.size]).toEqual(['', 0]);
    }
  });

  test('with none of its fields where it has none', async () => {
    for (const body of ['', '&&&']) {
      const read = await readForm(arriving(urlencoded, body), bounds);
      expect(read).toEqual({ posted: new Map(), trouble: null });
    }
    expect(await readForm(new Request('http://a/', { method: 'POST' }), bounds)).toMatchObject({
      trouble: null
    });
  });

  test('but for a name that would be no field of an object', async () => {
    const { posted } = await readForm(
      arriving(urlencoded, '__proto__=1&__proto__[]=2&constructor=3'),
      bounds
    );
    expect([...posted.keys()]).toEqual(['constructor']);
  });
});

describe('a form beyond its bounds is refused, with the fields that came whole', () => {
  const words = 'markdown=det+jeg+skrev&';
  const cases: [what: string, type: string, body: string][] = [
    ['100,000 fields', urlencoded, words + many(100_000, (at) => `f${at}=1&`)],
    ['one name a hundred thousand times', urlencoded, words + many(100_000, () => 'a=1&')],
    ['a name of a million signs', urlencoded, `${words}${'n'.repeat(1_000_000)}=1`],
    ['a name of escapes', urlencoded, `${words}${'%41'.repeat(300_000)}=1`],
    ['bytes beyond all', urlencoded, `${words}rest=${'x'.repeat(3_000_000)}`],
    [
      '100,000 parts',
      multipart,
      partOf('markdown', 'det jeg skrev') + many(100_000, (at) => partOf(`f${at}`, '1'))
    ],
    [
      'a part with a name of 300 signs',
      multipart,
      partOf('markdown', 'det jeg skrev') + partOf('n'.repeat(300), '1')
    ],
    [
      '6,000 files',
      multipart,
      partOf('markdown', 'det jeg skrev') +
        many(6000, (at) => partOf(`f${at}"; filename="${at}.txt`, '1'))
    ]
  ];

  test.each(cases)('%s', async (_, type, body) => {
    const { trouble, posted } = await readForm(arriving(type, body), bounds);
    expect(trouble).toBe('tooLarge');
    expect(posted.get('markdown')).toEqual(['det jeg skrev']);
    expect([...posted.values()].flat().length).toBeLessThanOrEqual(bounds.fields);
  });

  test('and what is still being sent is read away', async () => {
    const form = arriving(urlencoded, `${words}rest=${'x'.repeat(3_000_000)}`);
    await readForm(form, { bytes: 1000, fields: 10 });
    expect(form.taken.bytes).toBeGreaterThan(3_000_000);
  });

  test('exactly as many as may be sent are taken', async () => {
    for (const [type, body] of [
      [urlencoded, many(20, (at) => `f${at}=1&`)],
      [multipart, `${many(20, (at) => partOf(`f${at}`, '1'))}--b--\r\n`]
    ] as const)
      expect(await readForm(arriving(type, body), { bytes: 100_000, fields: 20 })).toMatchObject({
        trouble: null,
        posted: { size: 20 }
      });
  });
});

describe('what is no form is refused as that', () => {
  test.each([
    ['another type', 'text/plain', 'a=1'],
    ['no type', '', 'a=1'],
    ['no boundary', 'multipart/form-data', partOf('a', '1')],
    ['another boundary than it names', 'multipart/form-data; boundary=c', partOf('a', '1')],
    ['an empty boundary', 'multipart/form-data; boundary=', partOf('a', '1')],
    ['cut off in a part', multipart, partOf('a', '1') + partOf('b', '2').slice(0, -2)],
    ['cut off in a part’s head', multipart, `${partOf('a', '1')}--b\r\ncontent-dis`],
    ['cut off in a file', multipart, partOf('f"; filename="x', 'abc').slice(0, -3)],
    ['nothing of what it says', multipart, '']
  ])('%s', async (_, type, body) => {
    const { trouble } = await readForm(arriving(type, body), bounds);
    expect(trouble).toBe('unreadable');
  });

  test('a percent escape that is none is what was typed', async () => {
    const { posted, trouble } = await readForm(arriving(urlencoded, 'a=100%&b=%zz&c=%e'), bounds);
    expect(trouble).toBeNull();
    expect([...posted.values()].flat()).toEqual(['100%', '%zz', '%e']);
  });
});

describe('reading takes time by the form’s length alone', () => {
  // Reading takes some 30 ms on a machine of ours; what was quadratic took minutes.
  const guard = 2000;
  const long = { bytes: 12_000_000, fields: 1_000_000 };
  test.each([
    ['300,000 fields of other names', urlencoded, many(300_000, (at) => `f${at}=1&`)],
    ['one name 300,000 times', urlencoded, many(300_000, () => 'a=1&')],
    ['a field of 2 MB of escapes', urlencoded, `a=${'%C3%A6'.repeat(350_000)}`],
    ['a field of 2 MB of broken escapes', urlencoded, `a=${'%%4'.repeat(700_000)}`],
    ['30,000 parts', multipart, `${many(30_000, (at) => partOf(`f${at}`, '1'))}--b--\r\n`],
    [
      'a part of boundaries that are none',
      multipart,
      `${partOf('a', '\r\n--c'.repeat(400_000))}--b--\r\n`
    ]
  ])('%s', async (_, type, body) => {
    const took = await cpuTimeOf(async () =>
      expect(await readForm(arriving(type, body), long)).toMatchObject({ trouble: null })
    );
    expect(took).toBeLessThan(guard);
  });
});
