import { expect, test } from 'vitest';
import { FileEmpty, FileNotMail } from '../files/file-errors.ts';
import { readMail } from './eml.ts';

const bytes = (lines: string[]) => new TextEncoder().encode(lines.join('\r\n'));

const head = [
  'From: =?UTF-8?Q?Agnes_B=C3=B8g?= <agnes@example.org>',
  'Date: Mon, 3 May 2027 23:30:00 +0000',
  'Subject: Broen',
  'MIME-Version: 1.0'
];

test('a mail in plain text has its sender, the Danish day it was sent, and its words', async () => {
  const mail = [
    ...head,
    'Content-Type: text/plain; charset=iso-8859-1',
    'Content-Transfer-Encoding: quoted-printable',
    '',
    'K=E6re alle.',
    '',
    'Broen skal v=E6re =E5ben.'
  ];
  expect(await readMail(bytes(mail))).toEqual({
    sender: 'Agnes Bøg',
    sentOn: '2027-05-04',
    text: 'Kære alle.\n\nBroen skal være åben.\n'
  });
});

test('a mail with HTML keeps its lists and its emphasis, and nothing of what is attached', async () => {
  const mail = [
    ...head,
    'Content-Type: multipart/mixed; boundary=b',
    '',
    '--b',
    'Content-Type: multipart/alternative; boundary=c',
    '',
    '--c',
    'Content-Type: text/plain',
    '',
    'Vi vil have baenke.',
    '--c',
    'Content-Type: text/html; charset=utf-8',
    '',
    '<p>Vi vil have:</p><ol start="2"><li><b>bænke</b></li></ol><script>alert(1)</script>',
    '--c--',
    '--b',
    'Content-Type: application/pdf; name=plan.pdf',
    'Content-Disposition: attachment; filename=plan.pdf',
    '',
    'JVBERi0xLjc=',
    '--b--'
  ];
  const { text } = await readMail(bytes(mail));
  expect(text).toBe('Vi vil have:\n\n2. **bænke**\n');
});

test('a mail that was forwarded is read with what it forwards', async () => {
  const forwarded = [
    '---------- Forwarded message ---------',
    'From: Bo <bo@example.org>',
    '',
    'Ja.'
  ];
  const { text } = await readMail(bytes([...head, '', 'Se her.', '', ...forwarded]));
  for (const words of ['Se her.', 'bo@example.org', 'Ja.']) expect(text).toContain(words);
});

test('a file that is no mail, and one without words, are refused', async () => {
  await expect(readMail(bytes(['Kære alle', '', 'Hej.']))).rejects.toBeInstanceOf(FileNotMail);
  await expect(readMail(bytes([...head, '', ' ']))).rejects.toBeInstanceOf(FileEmpty);
  await expect(readMail(new Uint8Array())).rejects.toBeInstanceOf(FileEmpty);
});
