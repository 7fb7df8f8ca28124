import { Refusal } from '#lib/domain/refusal.ts';
import {
  FileEmpty,
  FileNotJson,
  FileNotText,
  FileNotUtf8,
  FileRefused,
  FileTooLarge,
  NotDiscourseTopic
} from './errors.ts';

const megabyte = 1_000_000;

/** Reads a file from outside; one that cannot be taken is refused by the forum's own name for why. */
export function reading<Result>(read: () => Result): Result {
  try {
    return read();
  } catch (error) {
    if (error instanceof FileRefused) throw refusalOf(error);
    throw error;
  }
}

function refusalOf(error: FileRefused): Refusal {
  if (error instanceof FileEmpty) return new Refusal('fileEmpty');
  if (error instanceof FileTooLarge)
    return new Refusal('fileTooLarge', { megabytes: error.limit / megabyte });
  if (error instanceof FileNotText) return new Refusal('fileNotText', { kind: error.kind });
  if (error instanceof FileNotUtf8) return new Refusal('fileNotUtf8');
  if (error instanceof FileNotJson) return new Refusal('fileNotJson');
  if (error instanceof NotDiscourseTopic)
    return new Refusal('notDiscourseTopic', { part: error.part });
  throw error;
}
