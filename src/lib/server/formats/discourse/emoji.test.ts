import { describe, expect, test } from 'vitest';
import { replaceShortcodes } from './emoji.ts';

describe('a shortcode becomes an emoji', () => {
  test.each([
    ['by the name Discourse gives it', ':slight_smile:', '🙂'],
    ['by the name GitHub gives it', ':slightly_smiling_face:', '🙂'],
    ['by the name Unicode gives it', ':red_heart:', '❤️'],
    ['by a name without _face', ':nerd: :upside_down: :thinking:', '🤓 🙃 🤔'],
    ['that is a thumb', ':+1::-1:', '👍👎'],
    ['at the end of a sentence', 'Godt gået :blush:. Tak!', 'Godt gået 😊. Tak!'],
    ['one after the other', ':heart::heart:', '❤️❤️'],
    ['in a skin tone', ':wave:t3:', '👋🏼'],
    ['that has no skin, in a skin tone', ':tada:t3:', '🎉'],
    ['in brackets', '(:wink:)', '(😉)']
  ])('%s', (_, typed, written) => {
    expect(replaceShortcodes(typed)).toEqual({ text: written, unknown: [] });
  });
});

describe('what is no shortcode stays', () => {
  test.each([
    ['a time', 'Mødet er kl. 10:30:15 i salen.'],
    ['an address', 'https://eksempel.dk/a:smile:b og http://eksempel.dk/:heart:'],
    ['words with colons', 'Ja:nej:måske'],
    ['a ratio', '1:2:3'],
    ['a smiley', '(: en hilsen fra broen :)'],
    ['an emoji', '🙂']
  ])('%s', (_, text) => {
    expect(replaceShortcodes(text)).toEqual({ text, unknown: [] });
  });
});

test("a forum's own image stays as typed and is named", () => {
  expect(replaceShortcodes('Hurra :broens_venner: :smile:')).toEqual({
    text: 'Hurra :broens_venner: 😄',
    unknown: ['broens_venner']
  });
});
