import PostalMime, { type Address, type Email } from 'postal-mime';
import { richToMarkdown } from '#lib/domain/document/blocks/rich/rich.ts';
import { toDanishTime } from '#lib/domain/time.ts';
import { FileEmpty, FileNotMail, FileTooLarge } from '../files/file-errors.ts';

/** In bytes: a mail with some pictures attached, which are not kept. */
const maxMailBytes = 10_000_000;

/** In characters: the text of the longest letter, with the tags of a word processor. */
const maxCharacters = 2_000_000;

/** A mail out of a file. */
export type Mail = {
  /** The sender's name, or the address if there is no name. */
  sender: string;
  /** The day it was sent in Denmark, `2026-03-14`; null if the mail does not tell. */
  sentOn: string | null;
  /** The text as one would type it, with what it quotes and forwards. */
  text: string;
};

/**
 * Returns the mail in an .eml file (RFC 5322). Attachments are left out. Throws FileTooLarge,
 * FileEmpty for a mail without words, and FileNotMail for any other file.
 */
export async function readMail(bytes: Uint8Array): Promise<Mail> {
  if (bytes.length > maxMailBytes) throw new FileTooLarge(bytes.length, maxMailBytes);
  if (bytes.length === 0) throw new FileEmpty();
  const mail = await PostalMime.parse(bytes, { maxNestingDepth: 50 }).catch(() => null);
  if (!mail?.from) throw new FileNotMail();
  const text = wordsOf(mail);
  if (text.trim() === '') throw new FileEmpty();
  return { sender: nameOf(mail.from), sentOn: dayOf(mail.date), text };
}

/** Returns the text of a mail: that of its HTML in Markdown if there is any, else its plain text. */
function wordsOf({ html = '', text = '' }: Email): string {
  const rich = richToMarkdown(html.slice(0, maxCharacters));
  return rich || text.slice(0, maxCharacters).replaceAll('\r\n', '\n');
}

function nameOf({ name, address = '' }: Address): string {
  return name || address;
}

function dayOf(sent: string | undefined): string | null {
  const date = new Date(sent ?? NaN);
  return Number.isNaN(date.getTime()) ? null : toDanishTime(date).date;
}
