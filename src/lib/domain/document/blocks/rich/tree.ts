/** Step 1 of rich text: the tree of an HTML text. */
import { Parser } from 'htmlparser2';

/** An element, or the words between tags. */
export type Node = Element | string;

export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Node[];
}

/** Word's tables within tables reach twenty; what is deeper is drawn up to this depth. */
const maxDepth = 100;

/** Elements of which a reader sees nothing. */
const UNSEEN =
  /^(?:script|style|head|title|meta|link|xml|template|svg|math|noscript|iframe|object|audio|video|canvas|select|textarea|button|input)$|^[vmo]:(?!p$)/;

/**
 * Returns the tree of an HTML text, or of the fragment in it that a program has marked as the one
 * that was copied. Comments and elements that a reader does not see are left out.
 */
export function readTree(html: string): Element {
  const root: Element = { name: 'body', attributes: {}, children: [] };
  const open: Element[] = [root];
  let unseen = 0;
  let below = 0;
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (unseen > 0 || UNSEEN.test(name) || isHidden(attributes)) unseen++;
        else if (open.length > maxDepth) below++;
        else {
          const element = { name, attributes: shortened(attributes), children: [] };
          open.at(-1)!.children.push(element);
          open.push(element);
        }
      },
      onclosetag() {
        if (unseen > 0) unseen--;
        else if (below > 0) below--;
        else if (open.length > 1) open.pop();
      },
      ontext(text) {
        if (unseen === 0) open.at(-1)!.children.push(text);
      }
    },
    { decodeEntities: true, lowerCaseTags: true, lowerCaseAttributeNames: true }
  );
  parser.end(withoutDepths(fragmentOf(html)));
  return root;
}

/** Tags within each other from which on a text is no document: parsers take the square of it. */
const mostOpen = 1000;
const TAG = /<(\/?)([a-z][a-z\d]*)[^<>]*>/gi;
/** Tags that have no end, or whose end may be left out. */
const WITHOUT_END = /^(?:br|hr|img|input|source|wbr|col|meta|link|p|o|li|t[rhd]|d[td])$/i;

/** Returns HTML as it is, or without its tags if they are nested deeper than those of any document. */
function withoutDepths(html: string): string {
  let depth = 0;
  for (const [, end, name] of html.matchAll(TAG)) {
    if (WITHOUT_END.test(name!)) continue;
    depth = Math.max(0, depth + (end ? -1 : 1));
    if (depth > mostOpen) return html.replace(TAG, ' ');
  }
  return html;
}

/** In characters: Word's longest styles have some hundred; patterns are searched for in each. */
const longestStyle = 2000;

function shortened(attributes: Record<string, string>): Record<string, string> {
  const { style } = attributes;
  if (style === undefined || style.length <= longestStyle) return attributes;
  return { ...attributes, style: style.slice(0, longestStyle) };
}

function isHidden({ style = '', hidden }: Record<string, string>): boolean {
  return hidden !== undefined || /display:\s*none|mso-hide:\s*all/i.test(style);
}

function fragmentOf(html: string): string {
  const start = html.indexOf('<!--StartFragment-->');
  const end = html.lastIndexOf('<!--EndFragment-->');
  return start >= 0 && end > start ? html.slice(start, end) : html;
}

/** Returns the words of a node, in one line. */
export function wordsOf(node: Node): string {
  return typeof node === 'string' ? node : node.children.map(wordsOf).join('');
}
