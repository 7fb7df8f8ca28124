/**
 * Returns a function that calls `ask` at most once at a time. Callers during a call share the next
 * one, which begins after they called, so that no answer is older than its question. `onIdle` is
 * called when a call has ended and no other is waiting.
 */
export function singleFlight<Answer>(
  ask: () => Promise<Answer>,
  onIdle: () => void = () => {}
): () => Promise<Answer> {
  let current: Promise<unknown> | null = null;
  let next: Promise<Answer> | null = null;
  const begin = () => {
    next = null;
    const answer = ask();
    current = answer;
    const end = () => {
      if (current !== answer) return;
      current = null;
      if (!next) onIdle();
    };
    answer.then(end, end);
    return answer;
  };
  return () => {
    if (!current) return begin();
    next ??= current.then(begin, begin);
    return next;
  };
}
