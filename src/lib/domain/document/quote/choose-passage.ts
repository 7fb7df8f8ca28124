import { Refusal } from '../../refusal.ts';
import { findPassages, selectQuote } from './passages.ts';

/**
 * Returns the selector of `words` in `text`: of several places the one nearest to the offset
 * `near`. Throws Refusal('quoteNotInBlock') if the words are not in the text, and
 * Refusal('quoteAmbiguous') if they are in several places and `near` is null.
 */
export function choosePassage(
  text: string,
  { words, near }: { words: string; near: number | null }
) {
  const found = findPassages(text, words);
  const [first, second] = found;
  if (!first) throw new Refusal('quoteNotInBlock');
  if (second && near === null) throw new Refusal('quoteAmbiguous');
  const distance = ({ start }: { start: number }) => Math.abs(start - (near ?? 0));
  const { start, end } = found.reduce(
    (best, each) => (distance(each) < distance(best) ? each : best),
    first
  );
  return selectQuote(text, start, end);
}
