import { readFileSync } from 'node:fs';

/**
 * The forum's Danish words, from the file that the interface has them from, so that a page written
 * here says what a page there says.
 */
export function danish(): (key: string, inputs?: Record<string, string>) => string {
  const path = new URL('../../messages/da.json', import.meta.url);
  const messages = JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>;
  return (key, inputs = {}) => {
    const message = messages[key];
    if (typeof message !== 'string') throw new Error(`No plain message ${key} in ${path.pathname}`);
    return message.replace(/\{(\w+)\}/g, (whole, name: string) => inputs[name] ?? whole);
  };
}
