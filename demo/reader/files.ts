import { existsSync, readFileSync } from 'node:fs';
import * as v from 'valibot';

/**
 * Returns the content of the JSON file, checked by the schema. Throws if the file is missing, is not
 * JSON, or does not fit the schema; the message names the file and every field that is wrong.
 */
export function readJson<Output>(path: string, schema: v.GenericSchema<unknown, Output>): Output {
  const { success, output, issues } = v.safeParse(schema, parse(path));
  if (success) return output;
  const sentences = issues.map((issue) => `${v.getDotPath(issue) ?? 'file'}: ${issue.message}`);
  throw new Error(`${path}: ${sentences.join('; ')}`);
}

function parse(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new Error(`${path}: ${(error as Error).message}`, { cause: error });
  }
}

/** Returns the checked content of the JSON file, or `otherwise` if there is no such file. */
export function readJsonOr<Output>(
  otherwise: Output,
  path: string,
  schema: v.GenericSchema<unknown, Output>
): Output {
  return existsSync(path) ? readJson(path, schema) : otherwise;
}

/** Returns the text of the Markdown file. Throws if the file is missing. */
export const readText = (path: string): string => readFileSync(path, 'utf8');
