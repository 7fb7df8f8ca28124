import { carriedInto, likenessAfter, likenessBefore, type Evidence } from './anchor-evidence.ts';
import { search, type Hit, type Passage } from './anchor-search.ts';

/** Above this the word changes say plainly that the quote became this passage. */
const PLAINLY_CARRIED = 0.6;

/** Less context than a long word and a short one stands in many passages by chance. */
const TELLING_WEIGHT = 13;

/** So much of the context inside a hit is no chance. */
const MUCH = 0.5;

/**
 * Whether a hit is better explained by another passage that stood beside the quote: a sibling that
 * stayed when the quote was removed, or a twin.
 */
export function belongsToAnother(evidence: Evidence, hit: Hit): boolean {
  const { then, quote, now, partners } = evidence;
  if (carriedInto(evidence, hit) >= PLAINLY_CARRIED) return false;
  const before = { from: 0, to: quote.from };
  const after = { from: quote.to, to: then.length };
  if (!partners && hit.likeness < 1) {
    if (isInside(evidence, before, hit, likenessBefore(evidence, hit))) return true;
    if (isInside(evidence, after, hit, likenessAfter(evidence, hit))) return true;
  }
  const words = now.keys.subarray(hit.from, hit.to);
  const likeness = (to: Passage) => search(words, then, to, evidence.words)[0]?.likeness ?? 0;
  const other = Math.max(likeness(before), likeness(after));
  const own = likeness(quote);
  return other > own || (other === own && partners !== undefined);
}

/** Whether what stood beside the quote now stands in the hit, more than beside it. */
function isInside(evidence: Evidence, context: Passage, hit: Hit, beside: number): boolean {
  const known = evidence.then.keys.subarray(context.from, context.to);
  const weight = known.reduce((sum, key) => sum + evidence.words.weights[key]!, 0);
  if (known.length < 2 || weight < TELLING_WEIGHT) return false;
  const inside = search(known, evidence.now, hit, evidence.words)[0]?.likeness ?? 0;
  return inside >= MUCH && inside > beside;
}
