/** What the server itself is told by the environment, with the sentence for a value that is none. */
const settings: [name: string, isRight: (given: string) => boolean, must: string][] = [
  ['PORT', (given) => isWhole(given) && Number(given) < 2 ** 16, 'be a number from 0 to 65535'],
  ['ORIGIN', isOrigin, 'be an address like https://forum.example.org'],
  [
    'BODY_SIZE_LIMIT',
    (given) => /^(\d+(\.\d+)?[KMG]?|Infinity)$/i.test(given),
    'be a number of bytes, which may end in K, M or G'
  ],
  ['XFF_DEPTH', (given) => isWhole(given) && Number(given) > 0, 'be a whole number from 1']
];

/** The sentence that says what of the server's environment cannot be; null where all of it can. */
export function troubleIn(environment: NodeJS.ProcessEnv): string | null {
  for (const [name, isRight, must] of settings) {
    const given = environment[name];
    if (given && !isRight(given)) return `${name} must ${must}.`;
  }
  return null;
}

const isWhole = (given: string) => /^\d+$/.test(given);

function isOrigin(given: string): boolean {
  const url = URL.parse(given);
  return url !== null && /^https?:$/.test(url.protocol) && url.host !== '';
}
