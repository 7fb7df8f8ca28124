const tokens = 'src/lib/ui/styles/tokens.css';

/** The components that style HTML made from Markdown, whose elements the compiler cannot see. */
const rendersMarkdown = [
  'src/lib/ui/Prose.svelte',
  'src/lib/ui/debate/CommentAnswer.svelte',
  'src/lib/ui/debate/CommentBody.svelte',
  'src/lib/ui/reading/BlockText.svelte',
  'src/lib/ui/rewrite/AlignedRow.svelte',
  'src/lib/ui/rewrite/SynopsisParagraph.svelte'
];

/**
 * A length with a number in it, but not 0, a hairline (1px), or a share of the surroundings (%, fr, a
 * part of the window).
 */
const rawLength =
  /(?<![\w.#-])-?(?!1px\b|0[a-z])[\d.]+(px|r?em|r?ex|r?ch|r?lh|r?cap|cm|mm|q|in|p[tc])\b/i;

/** The widths in media queries, which tokens.css describes. */
const breakpoints = ['30rem', '48rem', '52rem', '62rem', '66rem', '78rem'];

/** @type {import('stylelint').Config} */
export default {
  reportDescriptionlessDisables: true,
  reportNeedlessDisables: true,
  rules: {
    'color-named': 'never',
    'color-no-hex': true,
    'declaration-property-value-disallowed-list': [
      { '/./': [rawLength] },
      { message: (property, value) => `Take the length of ${property} from ${tokens}: "${value}"` }
    ],
    'function-disallowed-list': [
      /^(rgba?|hsla?|hwb|(ok)?lab|(ok)?lch|color|color-mix|light-dark)$/,
      { message: (name) => `Take the colour from ${tokens}, not ${name}()` }
    ],
    'media-feature-name-value-allowed-list': { '/^(min-|max-)?(width|height)$/': breakpoints },
    'media-feature-range-notation': 'context',
    'no-unknown-custom-properties': true,
    'selector-pseudo-class-disallowed-list': [
      ['global'],
      { message: () => ':global is for rendered Markdown alone: pass a class, or move the style' }
    ]
  },
  referenceFiles: [tokens],
  overrides: [
    { files: 'src/**/*.svelte', customSyntax: 'postcss-html' },
    {
      files: tokens,
      rules: {
        'color-no-hex': null,
        'declaration-property-value-disallowed-list': null,
        'function-disallowed-list': null
      }
    },
    { files: rendersMarkdown, rules: { 'selector-pseudo-class-disallowed-list': null } }
  ]
};
