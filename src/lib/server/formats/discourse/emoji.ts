import { gemoji, nameToEmoji } from 'gemoji';

/** A text with emoji in place of shortcodes, and the names for which there is no emoji. */
export interface EmojiText {
  readonly text: string;
  readonly unknown: readonly string[];
}

/**
 * Returns the text with `:slight_smile:` and `:wave:t3:` as emoji. Unknown names, such as a forum's
 * own images, are left as they are, and so are times (10:30:15) and addresses.
 */
export function replaceShortcodes(text: string): EmojiText {
  const unknown: string[] = [];
  const written = text.replace(SHORTCODE, (shortcode, name: string, tone: string | undefined) => {
    const emoji = findEmoji(name);
    if (emoji !== null) return withTone(emoji, tone);
    unknown.push(name);
    return shortcode;
  });
  return { text: written, unknown };
}

/** As Discourse reads them: not inside a word, and with a letter or one of the names of digits. */
const SHORTCODE =
  /(?<![\p{L}\p{N}/])(?<!https?:\S{0,500}):((?=[\d_-]*[a-z])[a-z0-9_-]+|[+-]1|100|1234):(?:t([2-6]):)?(?![\p{L}\p{N}])/gu;

function findEmoji(name: string): string | null {
  const known = DISCOURSE_NAMES[name] ?? name;
  return nameToEmoji[known] ?? nameToEmoji[`${known}_face`] ?? UNICODE_NAMES.get(known) ?? null;
}

/**
 * Discourse's names of faces and hands that neither GitHub nor Unicode has. Other such names are
 * left as shortcodes and reported.
 */
const DISCOURSE_NAMES: Readonly<Record<string, string>> = {
  slight_smile: 'slightly_smiling_face',
  slightly_smiling: 'slightly_smiling_face',
  slight_frown: 'slightly_frowning_face',
  white_frowning_face: 'frowning_face',
  frowning2: 'frowning_face',
  hugging: 'hugs',
  hugging_face: 'hugs',
  rolling_eyes: 'roll_eyes',
  head_bandage: 'face_with_head_bandage',
  thermometer_face: 'face_with_thermometer',
  hand_splayed: 'raised_hand_with_fingers_splayed',
  umbrella2: 'open_umbrella',
  scales: 'balance_scale',
  timer: 'timer_clock',
  lion_face: 'lion',
  unicorn_face: 'unicorn'
};

/** Unicode's own names as shortcodes (`red_heart`), which newer versions of Discourse use. */
const UNICODE_NAMES: ReadonlyMap<string, string> = new Map(
  gemoji.map(({ description, emoji }) => [asShortcode(description), emoji])
);

function asShortcode(description: string): string {
  return description.toLowerCase().replace(/[^a-z0-9]+/g, '_');
}

/**
 * Returns the emoji with a skin tone, which Discourse numbers from 2, since Unicode has one for
 * Fitzpatrick's types 1 and 2.
 */
function withTone(emoji: string, tone: string | undefined): string {
  if (tone === undefined || !/^\p{Emoji_Modifier_Base}/u.test(emoji)) return emoji;
  const modifier = String.fromCodePoint(FIRST_TONE + Number(tone) - 2);
  return emoji.replace(/^(.)\ufe0f?/u, `$1${modifier}`);
}

const FIRST_TONE = 0x1f3fb;
