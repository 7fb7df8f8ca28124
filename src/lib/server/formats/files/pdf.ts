import { resolve } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { PrintedLine } from '#lib/domain/document/blocks/plain/printed.ts';
import { readPrinted, type TextRead } from '#lib/domain/document/blocks/read-text.ts';
import { isVisible } from '#lib/domain/document/visible.ts';
import { detectFileKind } from './file-kind.ts';
import { FileNotText, FileScanned, FileTooLarge } from './file-errors.ts';

/** Returns whether a file is a PDF by its content. */
export const isPdf = (bytes: Uint8Array): boolean => detectFileKind(bytes) === 'pdf';

/** In bytes: a programme of a hundred pages with pictures. */
const maxPdfBytes = 10_000_000;

/** What the thread that reads a PDF may take. */
const limits = { milliseconds: 20_000, megabytes: 512 };

/** Beside the build, where Node runs it as it is. */
const worker = resolve('src/pdf-worker.ts');

/**
 * Returns the text of a PDF. Throws FileTooLarge, FileNotText for a file that is locked, broken or
 * takes too long, and FileScanned for one of pictures only.
 */
export async function readPdf(bytes: Uint8Array): Promise<TextRead> {
  if (bytes.length > maxPdfBytes) throw new FileTooLarge(bytes.length, maxPdfBytes);
  const pages = await inTurn(() => readInThread(bytes));
  if (!pages) throw new FileNotText('pdf');
  if (!pages.flat().some(({ text }) => isVisible(text))) throw new FileScanned();
  return readPrinted(pages);
}

let last: Promise<unknown> = Promise.resolve();

/** Does one piece of work after the other, so that only one thread takes its memory at a time. */
function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
  const result = last.then(work);
  last = result.catch(() => undefined);
  return result;
}

function readInThread(bytes: Uint8Array): Promise<PrintedLine[][] | null> {
  const thread = new Worker(worker, {
    workerData: Uint8Array.from(bytes),
    resourceLimits: { maxOldGenerationSizeMb: limits.megabytes }
  });
  return new Promise<PrintedLine[][] | null>((done) => {
    const timer = setTimeout(() => done(null), limits.milliseconds);
    thread
      .once('message', done)
      .once('error', () => done(null))
      .once('exit', () => done(null));
    thread.once('exit', () => clearTimeout(timer));
  }).finally(() => void thread.terminate());
}
