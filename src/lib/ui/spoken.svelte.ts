let words = $state('');

/**
 * What the page says without being asked: shown at its foot and read out politely, until it is
 * closed or something else is said. For the browser only: on the server it would speak to everyone.
 */
export const spoken = {
  get words(): string {
    return words;
  },
  say(sentence: string): void {
    words = sentence;
  },
  hush(): void {
    words = '';
  }
};
