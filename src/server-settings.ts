/** The server's environment variables, each with a check and the end of the sentence that refuses. */
const settings: [name: string, isValid: (given: string) => boolean, must: string][] = [
  ['PORT', (given) => isWhole(given) && Number(given) < 2 ** 16, 'be a number from 0 to 65535'],
  ['ORIGIN', isOrigin, 'be an address like https://forum.example.org'],
  [
    'BODY_SIZE_LIMIT',
    (given) => /^(\d+(\.\d+)?[KMG]?|Infinity)$/i.test(given),
    'be a number of bytes, which may end in K, M or G'
  ],
  ['XFF_DEPTH', (given) => isWhole(given) && Number(given) > 0, 'be a whole number from 1']
];

/** Returns the sentence for the first invalid variable of the environment; null if all are valid. */
export function settingError(environment: NodeJS.ProcessEnv): string | null {
  for (const [name, isValid, must] of settings) {
    const given = environment[name];
    if (given && !isValid(given)) return `${name} must ${must}.`;
  }
  return null;
}

const isWhole = (given: string) => /^\d+$/.test(given);

function isOrigin(given: string): boolean {
  const url = URL.parse(given);
  return url !== null && /^https?:$/.test(url.protocol) && url.host !== '';
}
