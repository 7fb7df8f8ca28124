/**
 * Calls `work` every `interval` milliseconds, each call after the one before has ended, without
 * keeping the process alive. Returns a function that stops it and waits for a call under way.
 * `work` must not reject.
 */
export function repeat(
  work: () => Promise<void>,
  interval: number,
  first = Promise.resolve()
): () => Promise<void> {
  let underWay = first;
  const timer = setInterval(() => {
    underWay = underWay.then(work);
  }, interval);
  timer.unref();
  return () => {
    clearInterval(timer);
    return underWay;
  };
}
