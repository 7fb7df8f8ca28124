import type { Readable } from 'node:stream';
import { Busboy, type BusboyInstance, type BusboyHeaders } from '@fastify/busboy';

/** The values of a form by the names of their fields, in the order in which they were sent. */
export type Posted = Map<string, (string | File)[]>;

/** The most that may be sent: bytes in all, and fields and files together. */
export type FormBounds = { bytes: number; fields: number };

/** A form as it was read; `trouble` says why it was not read to its end. */
export type FormRead = {
  posted: Posted;
  /** `unreadable` is a body that is no form, is cut off, or lacks its boundary. */
  trouble: 'tooLarge' | 'unreadable' | null;
};

/** A page names its fields by a word, an id and a number or two. */
const maxFieldNameLength = 200;
/** The headers of each part of a form with a file: its name and type. */
const partHeaderLimits = { headerPairs: 10, headerSize: 4096 };

/**
 * Reads a posted form while it arrives, in linear time, up to the bounds. Returns the fields that were
 * read whole, and what went wrong. The rest of a form that is not read is discarded, so that a sender
 * who is still sending can read the response.
 */
export async function readForm(
  { headers, body }: Pick<Request, 'headers' | 'body'>,
  bounds: FormBounds
): Promise<FormRead> {
  if (!body) return { posted: new Map(), trouble: null };
  const reader = body.getReader();
  const reading = startReading(headers, bounds);
  const trouble = reading ? await parseBody(reading, reader, bounds) : 'unreadable';
  if (trouble) await discardRest(reader);
  return { posted: reading?.posted ?? new Map(), trouble };
}

type BodyReader = ReadableStreamDefaultReader<Uint8Array>;

type Reading = {
  parser: BusboyInstance;
  posted: Posted;
  /** Each is resolved when its file has been read. */
  files: Promise<void>[];
  count: number;
  isTooLarge: boolean;
};

/** Returns a parser for the form's content type that collects its values; null if it is no form. */
function startReading(headers: Headers, { bytes, fields }: FormBounds): Reading | null {
  const sizes = { fieldNameSize: maxFieldNameLength, fieldSize: bytes, fileSize: bytes };
  // One more than may be sent: the parser cannot tell the last allowed field from one too many.
  const limits = { ...sizes, ...partHeaderLimits, fields: fields + 1, parts: fields + 1 };
  const type = { 'content-type': headers.get('content-type') ?? '' } as BusboyHeaders;
  try {
    const parser = new Busboy({ headers: type, limits });
    return collectValues(
      { parser, posted: new Map(), files: [], count: 0, isTooLarge: false },
      fields
    );
  } catch {
    return null;
  }
}

function collectValues(reading: Reading, maxFields: number): Reading {
  const { parser, posted, files } = reading;
  /** Returns the list that takes the field's next value; null if it is not taken. */
  const valuesOf = (name: string | undefined, isCut = false) => {
    reading.count += 1;
    if (reading.count > maxFields || isCut || (name?.length ?? 0) > maxFieldNameLength)
      reading.isTooLarge = true;
    if (!name || reading.isTooLarge || isReserved(name)) return null;
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
    const collected = collect(file).then((parts) => {
      values[place] = new File(parts, filename ?? '', { type });
    });
    files.push(collected);
  });
  return reading;
}

/** The only name of a property of every object that the data of a page cannot hold. */
const isReserved = (name: string) => name === '__proto__' || name === '__proto__[]';

const collect = (file: Readable) =>
  new Promise<Buffer<ArrayBuffer>[]>((resolve) => {
    const parts: Buffer<ArrayBuffer>[] = [];
    file.on('data', (part: Buffer<ArrayBuffer>) => parts.push(part));
    file.on('end', () => resolve(parts));
  });

/** Parses the body to its end, or until it exceeds the bounds; returns what went wrong. */
async function parseBody(
  reading: Reading,
  reader: BodyReader,
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
    const next = await readChunk(reader);
    if (!next) return 'tooLarge';
    if (next.done) break;
    bytes += next.value.byteLength;
    if (bytes > bounds.bytes) return 'tooLarge';
    await Promise.race([ended, writeChunk(parser, next.value)]);
    if (reading.isTooLarge) return 'tooLarge';
    if (hasFailed) return 'unreadable';
  }
  parser.end();
  await ended;
  if (reading.isTooLarge) return 'tooLarge';
  if (hasFailed) return 'unreadable';
  await Promise.all(files);
  return null;
}

/** Returns the next chunk of the body; null if the server's own limit ended the reading. */
const readChunk = (reader: BodyReader) => reader.read().catch(() => null);

const writeChunk = (parser: BusboyInstance, chunk: Uint8Array) =>
  new Promise<void>((resolve) => parser.write(chunk, () => resolve()));

async function discardRest(reader: BodyReader) {
  for (;;) {
    const next = await readChunk(reader);
    if (!next || next.done) return;
  }
}
