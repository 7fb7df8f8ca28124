import { randomUUID } from 'node:crypto';

/** A field of a sent form: a text, or a file with its name. */
export type Sent = { name: string; value: string; filename?: string };

const isLone = (sign: string) => sign.length === 1 && /[\ud800-\udfff]/.test(sign);

/** Returns the text's bytes; a lone surrogate becomes bytes that no encoder writes. */
const bytesOf = (text: string): Buffer =>
  Buffer.concat(
    Array.from(text, (sign) => {
      if (!isLone(sign)) return Buffer.from(sign);
      const code = sign.charCodeAt(0);
      return Buffer.from([0xe0 | (code >> 12), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63)]);
    })
  );

/** Returns the text percent-encoded, for an address or a form. */
export const percent = (text: string): string =>
  Array.from(bytesOf(text), (byte) =>
    /[\w.~-]/.test(String.fromCharCode(byte))
      ? String.fromCharCode(byte)
      : `%${byte.toString(16).padStart(2, '0').toUpperCase()}`
  ).join('');

/** Returns the form as `application/x-www-form-urlencoded`; a file becomes its text. */
export const asPairs = (sent: readonly Sent[]): Buffer =>
  Buffer.from(sent.map(({ name, value }) => `${percent(name)}=${percent(value)}`).join('&'));

/** Returns the form as `multipart/form-data`, with its content type. */
export function asParts(sent: readonly Sent[]): { body: Buffer; type: string } {
  const boundary = randomUUID();
  const parts = sent.flatMap(({ name, value, filename }) => {
    const file = filename === undefined ? '' : `; filename="${quoted(filename)}"`;
    const disposition = `content-disposition: form-data; name="${quoted(name)}"${file}`;
    const type = filename === undefined ? '' : '\r\ncontent-type: application/octet-stream';
    return [bytesOf(`--${boundary}\r\n${disposition}${type}\r\n\r\n`), bytesOf(`${value}\r\n`)];
  });
  return {
    body: Buffer.concat([...parts, Buffer.from(`--${boundary}--\r\n`)]),
    type: `multipart/form-data; boundary=${boundary}`
  };
}

const quoted = (name: string) => name.replace(/["\r\n]/g, (sign) => percent(sign));
