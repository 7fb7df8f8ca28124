import type { Readable } from 'node:stream';
import { Busboy, type BusboyInstance, type BusboyHeaders } from '@fastify/busboy';

/** What a form gave, by the names of its fields, in the order in which it came. */
export type Posted = Map<string, (string | File)[]>;

/** What may be sent: bytes in all, and fields and files together. */
export type FormBounds = { bytes: number; fields: number };

/** A form as it was read; `trouble` says why its rest was not. */
export type FormRead = {
  posted: Posted;
  /** Beyond its bounds; or no form, cut off, or without the boundary that it names. */
  trouble: 'tooLarge' | 'unreadable' | null;
};

/** A field is named by a page: by a word, an id and a number or two. */
const longestName = 200;
/** Of each part of a form with a file: how it is called and what it is. */
const partHeaders = { headerPairs: 10, headerSize: 4096 };

/**
 * Reads a posted form while it arrives, in time that grows with its length alone, and stops at the
 * bounds; the fields that came whole are given in any case. The rest of a form that is refused is
 * read away, so that its sender, who may still be sending, gets to read the answer.
 */
export async function readForm(
  { headers, body }: Pick<Request, 'headers' | 'body'>,
  bounds: FormBounds
): Promise<FormRead> {
  if (!body) return { posted: new Map(), trouble: null };
  const arriving = body.getReader();
  const reading = startReading(headers, bounds);
  const trouble = reading ? await feed(reading, arriving, bounds) : 'unreadable';
  if (trouble) await readAway(arriving);
  return { posted: reading?.posted ?? new Map(), trouble };
}

type Arriving = ReadableStreamDefaultReader<Uint8Array>;

type Reading = {
  parser: BusboyInstance;
  posted: Posted;
  /** The files that are still being put together. */
  files: Promise<void>[];
  count: number;
  isBeyond: boolean;
};

/** A parser for the form's kind that gathers what it finds; null for what is no form. */
function startReading(headers: Headers, { bytes, fields }: FormBounds): Reading | null {
  const sizes = { fieldNameSize: longestName, fieldSize: bytes, fileSize: bytes };
  // One more than may be sent, so that the last that may be is not taken for one too many.
  const limits = { ...sizes, ...partHeaders, fields: fields + 1, parts: fields + 1 };
  const given = { 'content-type': headers.get('content-type') ?? '' } as BusboyHeaders;
  try {
    const parser = new Busboy({ headers: given, limits });
    return gather({ parser, posted: new Map(), files: [], count: 0, isBeyond: false }, fields);
  } catch {
    return null;
  }
}

function gather(reading: Reading, mostFields: number): Reading {
  const { parser, posted, files } = reading;
  /** Where the value goes; nowhere, where it is one too many or its name is none. */
  const valuesOf = (name: string | undefined, isCut = false) => {
    reading.count += 1;
    if (reading.count > mostFields || isCut || (name?.length ?? 0) > longestName)
      reading.isBeyond = true;
    if (!name || reading.isBeyond || isReserved(name)) return null;
    const values = posted.get(name) ?? [];
    posted.set(name, values);
    return values;
  };
  parser.on('field', (name, value, isNameCut, isValueCut) =>
    valuesOf(name, isNameCut || isValueCut)?.push(value)
  );
  parser.on('file', (name, file: Readable, filename: string | undefined, _encoding, type) => {
    file.on('error', () => {});
    const values = valuesOf(name);
    if (!values) return void file.resume();
    const place = values.push(new File([], filename ?? '', { type })) - 1;
    const whole = wholeOf(file).then((parts) => {
      values[place] = new File(parts, filename ?? '', { type });
    });
    files.push(whole);
  });
  return reading;
}

/** Of the names that every object has, the one that a page's data cannot hold. */
const isReserved = (name: string) => name === '__proto__' || name === '__proto__[]';

const wholeOf = (file: Readable) =>
  new Promise<Buffer<ArrayBuffer>[]>((resolve) => {
    const parts: Buffer<ArrayBuffer>[] = [];
    file.on('data', (part: Buffer<ArrayBuffer>) => parts.push(part));
    file.on('end', () => resolve(parts));
  });

/** Gives the parser what arrives until its end, or until the form is beyond its bounds. */
async function feed(
  reading: Reading,
  arriving: Arriving,
  bounds: FormBounds
): Promise<FormRead['trouble']> {
  const { parser, files } = reading;
  let hasFailed = false;
  const ended = new Promise<void>((resolve) => {
    parser.on('finish', resolve);
    parser.on('error', () => {
      hasFailed = true;
      resolve();
    });
  });
  for (let bytes = 0; ;) {
    const next = await nextOf(arriving);
    if (!next) return 'tooLarge';
    if (next.done) break;
    bytes += next.value.byteLength;
    if (bytes > bounds.bytes) return 'tooLarge';
    await Promise.race([ended, written(parser, next.value)]);
    if (reading.isBeyond) return 'tooLarge';
    if (hasFailed) return 'unreadable';
  }
  parser.end();
  await ended;
  if (reading.isBeyond) return 'tooLarge';
  if (hasFailed) return 'unreadable';
  await Promise.all(files);
  return null;
}

/** The server in front of the pages has a bound of its own, and fails the reading beyond it: null. */
const nextOf = (arriving: Arriving) => arriving.read().catch(() => null);

const written = (parser: BusboyInstance, part: Uint8Array) =>
  new Promise<void>((resolve) => parser.write(part, () => resolve()));

async function readAway(arriving: Arriving) {
  for (;;) {
    const next = await nextOf(arriving);
    if (!next || next.done) return;
  }
}
