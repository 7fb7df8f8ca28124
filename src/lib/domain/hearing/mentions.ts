import { decodeHTML, escapeUTF8 } from 'entities';

/** Somebody who takes part in a debate, and so can be mentioned in it. */
export type Participant = { readonly id: string; readonly name: string };

/** Words that are not said to anybody: others' own, code, and the words of a link. */
const unaddressed = new Set(['a', 'blockquote', 'code', 'pre']);

/**
 * A comment's safe HTML with every "@Name" of a participant in a `<b class="mention">`, and the ids
 * of those mentioned. A name is taken at its longest, in large or small letters, and with the s of
 * the genitive behind it; of two who bear the same name both are mentioned.
 */
export function markMentions(
  html: string,
  participants: readonly Participant[]
): { html: string; mentioned: string[] } {
  const mentioned = new Set<string>();
  const names = byFirstLetter(participants);
  let depth = 0;
  const marked = html.replace(
    /<(\/?)([a-z]+)[^>]*>|[^<]+/g,
    (piece, slash: string, tag: string) => {
      if (tag === undefined) return depth > 0 ? piece : markIn(piece, names, mentioned);
      if (unaddressed.has(tag)) depth += slash ? -1 : 1;
      return piece;
    }
  );
  return { html: marked, mentioned: [...mentioned] };
}

/** A name as it is compared: composed, and in small letters. */
type Name = { id: string; length: number; small: string };

function byFirstLetter(participants: readonly Participant[]): Map<string, Name[]> {
  const names = participants.map(({ id, name }) => {
    const composed = name.normalize('NFC');
    return { id, length: composed.length, small: composed.toLowerCase() };
  });
  return Map.groupBy(names, ({ small }) => small.slice(0, 1));
}

function markIn(escaped: string, names: Map<string, Name[]>, mentioned: Set<string>): string {
  const text = decodeHTML(escaped).normalize('NFC');
  let marked = '';
  let from = 0;
  for (const { index } of text.matchAll(/(?<![\p{L}\p{N}_])@/gu)) {
    const named = namedAt(text, index + 1, names);
    const [first] = named;
    if (!first) continue;
    for (const { id } of named) mentioned.add(id);
    const end = index + 1 + first.length;
    marked += `${escapeUTF8(text.slice(from, index))}<b class="mention">${escapeUTF8(text.slice(index, end))}</b>`;
    from = end;
  }
  return from === 0 ? escaped : marked + escapeUTF8(text.slice(from));
}

/** Those whose name stands there; where one's name begins another's, those of the longest. */
function namedAt(text: string, at: number, names: Map<string, Name[]>): Name[] {
  const possible = names.get(text.charAt(at).toLowerCase()) ?? [];
  const standing = possible.filter((name) => standsAt(text, at, name));
  const longest = Math.max(...standing.map(({ length }) => length));
  return standing.filter(({ length }) => length === longest);
}

const standsAt = (text: string, at: number, { small, length }: Name) =>
  text.slice(at, at + length).toLowerCase() === small && /^s?$/.test(restOfWord(text, at + length));

/** What of a word goes on there: nothing where it ends. */
const restOfWord = (text: string, at: number) =>
  /^(?:[\p{L}\p{N}_]|-(?=[\p{L}\p{N}]))*/u.exec(text.slice(at, at + 3))![0];
