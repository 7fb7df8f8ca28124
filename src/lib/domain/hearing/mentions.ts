import { decodeHTML, escapeUTF8 } from 'entities';

/** Somebody who takes part in a debate and can be mentioned in it. */
export type Participant = { readonly id: string; readonly name: string };

/** Elements in which a name mentions nobody: links, quotations and code. */
const skippedTags = new Set(['a', 'blockquote', 'code', 'pre']);

/**
 * Returns a comment's safe HTML with every "@Name" of a participant in a `<b class="mention">`, and
 * the ids of the participants mentioned. Case does not matter, and an s of the genitive may follow
 * the name. Where several names match, the longest is taken; of participants with the same name all
 * are mentioned.
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
      if (tag === undefined) return depth > 0 ? piece : markText(piece, names, mentioned);
      if (skippedTags.has(tag)) depth += slash ? -1 : 1;
      return piece;
    }
  );
  return { html: marked, mentioned: [...mentioned] };
}

/**
 * A participant's name as it is compared: NFC and lower case. `length` is that of the name before
 * it was lowered.
 */
type Name = { id: string; length: number; folded: string };

function byFirstLetter(participants: readonly Participant[]): Map<string, Name[]> {
  const names = participants.map(({ id, name }) => {
    const composed = name.normalize('NFC');
    return { id, length: composed.length, folded: composed.toLowerCase() };
  });
  return Map.groupBy(names, ({ folded }) => folded.slice(0, 1));
}

function markText(escaped: string, names: Map<string, Name[]>, mentioned: Set<string>): string {
  const text = decodeHTML(escaped).normalize('NFC');
  let marked = '';
  let from = 0;
  for (const { index } of text.matchAll(/(?<![\p{L}\p{N}_])@/gu)) {
    const named = findNamesAt(text, index + 1, names);
    const [first] = named;
    if (!first) continue;
    for (const { id } of named) mentioned.add(id);
    const end = index + 1 + first.length;
    marked += `${escapeUTF8(text.slice(from, index))}<b class="mention">${escapeUTF8(text.slice(index, end))}</b>`;
    from = end;
  }
  return from === 0 ? escaped : marked + escapeUTF8(text.slice(from));
}

/** Returns the longest of the names that begin at `at`; several if participants share a name. */
function findNamesAt(text: string, at: number, names: Map<string, Name[]>): Name[] {
  const possible = names.get(text.charAt(at).toLowerCase()) ?? [];
  const standing = possible.filter((name) => isNameAt(text, at, name));
  const longest = Math.max(...standing.map(({ length }) => length));
  return standing.filter(({ length }) => length === longest);
}

const isNameAt = (text: string, at: number, { folded, length }: Name) =>
  text.slice(at, at + length).toLowerCase() === folded &&
  /^s?$/.test(restOfWord(text, at + length));

/**
 * Returns what follows `at` in the same word, at most three characters; empty if no word continues
 * there.
 */
const restOfWord = (text: string, at: number) =>
  /^(?:[\p{L}\p{N}_]|-(?=[\p{L}\p{N}]))*/u.exec(text.slice(at, at + 3))![0];
