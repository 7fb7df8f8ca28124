import { renderMarkdown } from '#lib/domain/document/blocks/html.ts';
import type { Feed, FeedEvent } from '#lib/domain/feed/feed.ts';
import { m } from '#lib/paraglide/messages.js';

/** Where a feed is read, and in which language. */
export type FeedPlace = { origin: string; locale: string };

/** Returns the feed as Atom (RFC 4287), with absolute addresses. */
export function toAtom(feed: Feed, { origin, locale }: FeedPlace): string {
  const { of, updated, events } = feed;
  const page = of ? `/documents/${of.slug}` : '/';
  const self = of ? `${page}/feed.xml` : '/feed.xml';
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${locale}" xml:base="${escape(origin)}/">
  <id>${of ? identity(of.id) : escape(origin + self)}</id>
  <title>${escape(of ? `${of.title} – ${m.site_name()}` : m.feed_forum())}</title>
  <subtitle>${escape(of?.summary || m.feed_lede())}</subtitle>
  <updated>${updated.toISOString()}</updated>
  <author><name>${escape(m.site_name())}</name></author>
  <link rel="self" type="application/atom+xml" href="${escape(origin + self)}"/>
  <link rel="alternate" type="text/html" href="${escape(origin + page)}"/>
${events.map((event) => toEntry(event, { origin, locale })).join('')}</feed>
`;
}

function toEntry(event: FeedEvent, { origin, locale }: FeedPlace): string {
  const { id, by, at, updated } = event;
  const author = by === null ? '' : `\n    <author><name>${escape(by)}</name></author>`;
  return `  <entry>
    <id>${identity(id)}</id>
    <title>${escape(titleOf(event))}</title>
    <published>${at.toISOString()}</published>
    <updated>${updated.toISOString()}</updated>${author}
    <link rel="alternate" type="text/html" href="${escape(origin + pathOf(event))}"/>${relatedTo(event, origin)}
    ${contentOf(event, locale)}
  </entry>
`;
}

/** Returns the id of an entry: a row's id, which stays the same if its address changes. */
const identity = (id: string) => `urn:uuid:${id}`;

function titleOf(event: FeedEvent): string {
  const { title } = event;
  switch (event.kind) {
    case 'step':
      return event.adoptedVersion !== null
        ? m.feed_adopted({ title, number: event.adoptedVersion })
        : m.feed_step({ title, state: m[`word_state_${event.to}`]() });
    case 'version':
      return m.feed_version({ title, number: event.number });
    case 'comment':
      return event.replyTo === null
        ? m.feed_comment({ title, name: event.by ?? '' })
        : m.feed_reply({ title, name: event.by ?? '', to: event.replyTo });
    case 'rewrite':
      return m.feed_rewrite({ title, region: event.region });
    case 'decision':
      return m.feed_step({ title, state: m[`word_state_${event.outcome}`]() });
  }
}

function pathOf(event: FeedEvent): string {
  const document = `/documents/${event.slug}`;
  switch (event.kind) {
    case 'step':
      return `${document}/record`;
    case 'version':
      return `${document}?version=${event.number}`;
    case 'comment':
      return `${document}?comment=${event.id}#kommentar-${event.id}`;
    case 'rewrite':
      return `${document}/rewrites/${event.id}`;
    case 'decision':
      return `${document}/decision`;
  }
}

/** Returns a link to the adopted version of an adoption; empty for other events. */
function relatedTo(event: FeedEvent, origin: string): string {
  if (!('adoptedVersion' in event) || event.adoptedVersion === null) return '';
  const adopted = `${origin}/documents/${event.slug}?version=${event.adoptedVersion}`;
  return `\n    <link rel="related" type="text/html" href="${escape(adopted)}"/>`;
}

/** Returns the content of an entry: HTML that the server has rendered and sanitised, or text. */
function contentOf(event: FeedEvent, locale: string): string {
  switch (event.kind) {
    case 'step':
      return html(renderMarkdown(event.reason));
    case 'version':
      return text(event.note);
    case 'comment':
      return html(event.html + wordingOf(event.wording));
    case 'rewrite':
      return text(
        m.feed_meeting({
          place: event.place,
          date: dayInWords(event.heldOn, locale),
          count: event.attendance
        })
      );
    case 'decision':
      return html(event.reasonHtml);
  }
}

/** Returns a day, `2026-03-14`, in words of the locale. */
const dayInWords = (day: string, locale: string) =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(day));

const wordingOf = (wording: string | null) =>
  wording === null ? '' : `<p>${escape(m.common_suggested_wording({ wording }))}</p>`;

const text = (words: string) => `<content type="text">${escape(words)}</content>`;
const html = (words: string) => `<content type="html">${escape(words)}</content>`;

/**
 * Returns the text escaped for XML, without the characters that XML 1.0 does not allow and without
 * those that change the direction of the text after them.
 */
const escape = (words: string) =>
  words
    // eslint-disable-next-line no-control-regex -- these are what XML does not allow
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff\ud800-\udfff]/gu, '')
    .replace(/[\u202a-\u202e\u2066-\u2069]/g, '')
    .replace(/[&<>"]/g, (mark) => entities[mark]!);

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
