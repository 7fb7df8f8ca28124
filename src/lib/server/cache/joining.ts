/**
 * Asks once for many: whoever asks while an answer is under way shares the next one, which begins
 * after they asked, so that nobody is given what was true before their question. `atRest` is
 * called when an answer has come, or failed, and nobody waits for another.
 */
export function joining<Answer>(
  ask: () => Promise<Answer>,
  atRest: () => void = () => {}
): () => Promise<Answer> {
  let underWay: Promise<unknown> | null = null;
  let next: Promise<Answer> | null = null;
  const begin = () => {
    next = null;
    const answer = ask();
    underWay = answer;
    const end = () => {
      if (underWay !== answer) return;
      underWay = null;
      if (!next) atRest();
    };
    answer.then(end, end);
    return answer;
  };
  return () => {
    if (!underWay) return begin();
    next ??= underWay.then(begin, begin);
    return next;
  };
}
