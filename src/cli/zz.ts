import { readFileSync } from 'node:fs';
import { parseBlocks } from '#lib/domain/document/blocks/blocks.ts';
import type { Block } from '#lib/domain/document/block.ts';
import { readPlainText } from '#lib/domain/document/blocks/plain/plain.ts';
let seed = 7; const rnd = () => (seed = (seed * 1103515245 + 12345) % 2147483648) / 2147483648;
function wrap(text: string, width: number, hyphen: boolean): string[] {
  const out: string[] = []; let line = '';
  for (let w of text.split(' ')) {
    if (line && line.length + 1 + w.length > width) {
      const room = width - line.length - 2;
      if (hyphen && room > 3 && w.length > room + 3 && /^\p{Ll}+$/u.test(w)) { out.push(line + ' ' + w.slice(0, room) + '-'); w = w.slice(room); line = w; continue; }
      out.push(line); line = w;
    } else line = line ? line + ' ' + w : w;
  }
  if (line) out.push(line);
  return out;
}
interface Style { width: number; hyphen: boolean; gap: 'none'|'headings'|'all'; headgapBelow: boolean; page: number; number: string; head: boolean; feed: boolean; toc: 'none'|'dots'|'next'|'plain'; stop: boolean; numbered: boolean }
function typeset(blocks: Block[], s: Style): string {
  const lines: string[] = [];
  blocks.forEach((b, i) => {
    const prev = blocks[i - 1];
    if (b.kind === 'heading') { if (prev && s.gap !== 'none') lines.push(''); lines.push(...wrap(b.text, Math.floor(s.width * 0.75), false)); if (s.headgapBelow) lines.push(''); }
    else if (b.kind === 'listItem') lines.push(...wrap(b.text.replace(/\.$/, s.stop ? '.' : ''), s.width - 2, s.hyphen).map((l, k) => (k ? '  ' : '• ') + l));
    else { if (prev && prev.kind !== 'heading' && s.gap === 'all') lines.push(''); lines.push(...wrap(b.text, s.width, s.hyphen)); }
  });
  const pages: string[][] = [];
  for (let i = 0; i < lines.length; i += s.page) pages.push(lines.slice(i, i + s.page));
  const dress = pages.map((p, i) => [...(s.head ? ['Partiets program 2031'] : []), ...p, ...(s.number ? [s.number.replace('#', String(i + 3))] : [])]);
  const toc = s.toc === 'none' ? [] : ['Indhold', ...blocks.filter((b) => b.kind === 'heading').flatMap((b, i) => s.toc === 'dots' ? [`${b.text} ........ ${3 + i}`] : s.toc === 'plain' ? [`${b.text} ${3 + i}`] : [b.text, String(3 + i)])];
  return [toc.join('\n'), ...dress.map((p) => p.join('\n'))].filter(Boolean).join(s.feed ? '\n\f' : '\n');
}
const norm = (t: string) => t.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
const files = process.argv.slice(2);
const tot = new Map<string, number[]>();
for (const f of files) {
  const all = readPlainText(readFileSync(f, 'utf8')).blocks.filter((b) => ['heading', 'paragraph', 'listItem'].includes(b.kind));
  // headings that are followed by text
  const blocks = all.filter((b, i) => !(b.kind === 'heading' && (all[i + 1] === undefined)));
  for (let n = 0; n < 60; n++) {
    const pick = <T>(...xs: T[]) => xs[Math.floor(rnd() * xs.length)]!;
    const s: Style = { width: pick(48, 62, 76, 90, 104), hyphen: pick(true, false), gap: pick('none', 'headings', 'all'), headgapBelow: pick(true, false, false), page: pick(30, 38, 45), number: pick('', '#', '- # -', 'Side #', '#.'), head: pick(true, false), feed: pick(true, false), toc: pick('none', 'dots', 'next', 'plain'), stop: pick(true, false), numbered: false };
    if (s.head && !s.feed && !s.number) s.head = false;
    const src = typeset(blocks, s);
    const got = readPlainText(src).blocks;
    const want = blocks.filter((b) => b.kind === 'heading').map((b) => norm(b.text));
    const have = got.filter((b) => b.kind === 'heading').map((b) => norm(b.text));
    const rest = [...have]; let lost = 0; const lostL: string[] = [];
    for (const w of want) { const at = rest.indexOf(w); if (at >= 0) rest.splice(at, 1); else { lost++; lostL.push(w); } }
    const junk = got.filter((b) => /^[-– ]*(side )?\d{1,3}[-–. ]*$/i.test(b.text) || b.text.includes('.....') || b.text === 'Partiets program 2031').length;
    const inText = got.filter((b) => b.text.includes('Partiets program 2031') && b.text !== 'Partiets program 2031').length;
    const words = (bs: {text: string}[]) => norm(bs.map((b) => b.text).join('')).length;
    const lack = words(blocks) - words(got);
    for (const [k, v] of Object.entries(s)) { const key = `${k}=${v}`; const t = tot.get(key) ?? [0, 0, 0, 0, 0]; t[0]! += want.length; t[1]! += lost; t[2]! += rest.length; t[3]! += junk + inText; t[4]! += Math.abs(got.filter((b) => b.kind !== 'heading').length - blocks.filter((b) => b.kind !== 'heading').length); tot.set(key, t); }
    if (process.env.V && (lost > want.length * 0.1 || rest.length > 6 || junk + inText > 2 || Math.abs(lack) > 600)) console.log(f.slice(-18), JSON.stringify(s), 'lost', lost, '/', want.length, 'false', rest.length, 'junk', junk, inText, 'lack', lack, JSON.stringify(lostL.slice(0, 5)), JSON.stringify(rest.slice(0, 5)));
  }
}
for (const [k, t] of [...tot].sort()) console.log(k.padEnd(20), 'lost', (100 * t[1]! / t[0]!).toFixed(1) + '%', 'false', (100 * t[2]! / t[0]!).toFixed(1) + '%', 'junk', t[3], 'blocksdiff', t[4]);
