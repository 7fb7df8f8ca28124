/** PostgreSQL's error classes of values that do not fit their type or break a constraint. */
const refusedValue = /^2[23]/;

/** Returns PostgreSQL's code if it refused a value, which it would do again; else null. */
export const findRefusedValueCode = (thrown: unknown): string | null =>
  findCode(thrown, (code) => refusedValue.test(code));

/** Returns the first code that `isWanted` accepts among an error and its causes, or null. */
export function findCode(thrown: unknown, isWanted: (code: string) => boolean): string | null {
  for (let error = thrown; error instanceof Error; error = error.cause)
    if ('code' in error && isWanted(String(error.code))) return String(error.code);
  return null;
}
