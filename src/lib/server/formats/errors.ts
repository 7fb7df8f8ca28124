/** A file that was refused before anything was read from it; nothing has been written. */
export class FileRefused extends Error {
  constructor(message: string) {
    super(message);
    this.name = new.target.name;
  }
}

/** There is nothing in it, or nothing but white space. */
export class FileEmpty extends FileRefused {
  constructor() {
    super('The file is empty');
  }
}

/** It is larger than what is taken; both numbers are bytes. */
export class FileTooLarge extends FileRefused {
  readonly size: number;
  readonly limit: number;

  constructor(size: number, limit: number) {
    super(`The file is ${size} bytes, and ${limit} are taken`);
    this.size = size;
    this.limit = limit;
  }
}

/** What a file turns out to be by its content, where it should have been text. */
export type FileKind =
  'pdf' | 'word' | 'oldOffice' | 'openDocument' | 'office' | 'zip' | 'image' | 'rtf' | 'binary';

/** It is something else than text, whatever its name says. */
export class FileNotText extends FileRefused {
  readonly kind: FileKind;

  constructor(kind: FileKind) {
    super(`The file is not text but ${kind}`);
    this.kind = kind;
  }
}

/** It is text in an encoding that cannot be told with certainty. */
export class FileNotUtf8 extends FileRefused {
  constructor() {
    super('The file is not UTF-8');
  }
}

/** It is text but no JSON. */
export class FileNotJson extends FileRefused {
  constructor() {
    super('The file is not JSON');
  }
}

/** It is JSON, but not a topic as Discourse gives it. */
export class NotDiscourseTopic extends FileRefused {
  /** The part that is missing or has another shape, as a path: `post_stream.posts`. */
  readonly part: string;

  constructor(part: string) {
    super(`The file is not a Discourse topic: ${part}`);
    this.part = part;
  }
}
