import { Refusal } from '#lib/domain/refusal.ts';

/** A file that cannot be read; nothing of it has been saved. */
class FileError extends Error {
  constructor(message: string) {
    super(message);
    this.name = new.target.name;
  }
}

/** The file has no bytes, or only white space. */
export class FileEmpty extends FileError {
  constructor() {
    super('The file is empty');
  }
}

/** The file is larger than allowed. `size` and `limit` are bytes. */
export class FileTooLarge extends FileError {
  readonly size: number;
  readonly limit: number;

  constructor(size: number, limit: number) {
    super(`The file is ${size} bytes, and ${limit} are taken`);
    this.size = size;
    this.limit = limit;
  }
}

/** What a file is by its content, if it is not text. */
export type FileKind =
  'pdf' | 'word' | 'oldOffice' | 'openDocument' | 'office' | 'zip' | 'image' | 'rtf' | 'binary';

/** The file is not text, whatever its name says. */
export class FileNotText extends FileError {
  readonly kind: FileKind;

  constructor(kind: FileKind) {
    super(`The file is not text but ${kind}`);
    this.kind = kind;
  }
}

/** The file is text in an encoding that cannot be determined with certainty. */
export class FileNotUtf8 extends FileError {
  constructor() {
    super('The file is not UTF-8');
  }
}

/** The file is a PDF of pictures: nobody has written text in it, only scanned paper. */
export class FileScanned extends FileError {
  constructor() {
    super('The PDF has no text, only pictures');
  }
}

/** The file is no mail: it does not tell whom it is from. */
export class FileNotMail extends FileError {
  constructor() {
    super('The file is not a mail');
  }
}

/** The file is text but not JSON. */
export class FileNotJson extends FileError {
  constructor() {
    super('The file is not JSON');
  }
}

/** The file is JSON but not a topic as Discourse exports it. */
export class NotDiscourseTopic extends FileError {
  /** The path of the part that is missing or has the wrong type, such as `post_stream.posts`. */
  readonly part: string;

  constructor(part: string) {
    super(`The file is not a Discourse topic: ${part}`);
    this.part = part;
  }
}

const megabyte = 1_000_000;

/** Returns what `read` returns. Throws the Refusal that corresponds to a FileError. */
export function refuseBadFile<Result>(read: () => Result): Result {
  try {
    return read();
  } catch (error) {
    throw refusalOf(error);
  }
}

/** Throws the Refusal that corresponds to a FileError, and any other error as it is. */
export function asRefusal(error: unknown): never {
  throw refusalOf(error);
}

function refusalOf(error: unknown): unknown {
  if (error instanceof FileEmpty) return new Refusal('fileEmpty');
  if (error instanceof FileTooLarge)
    return new Refusal('fileTooLarge', { megabytes: error.limit / megabyte });
  if (error instanceof FileNotText) return new Refusal('fileNotText', { kind: error.kind });
  if (error instanceof FileNotUtf8) return new Refusal('fileNotUtf8');
  if (error instanceof FileScanned) return new Refusal('fileScanned');
  if (error instanceof FileNotMail) return new Refusal('fileNotMail');
  if (error instanceof FileNotJson) return new Refusal('fileNotJson');
  if (error instanceof NotDiscourseTopic)
    return new Refusal('notDiscourseTopic', { part: error.part });
  return error;
}
