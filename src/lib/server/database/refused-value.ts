/** PostgreSQL's classes of what it says of values: not of their type, or against a constraint. */
const ofValues = /^2[23]/;

/** PostgreSQL's code, where it refused a value and would refuse it again; else null. */
export function codeOfRefusedValue(thrown: unknown): string | null {
  for (let error = thrown; error instanceof Error; error = error.cause)
    if ('code' in error && ofValues.test(String(error.code))) return String(error.code);
  return null;
}
