import { createHash } from 'node:crypto';
import type { Feed } from '#lib/domain/feed/feed.ts';
import { toAtom, type FeedPlace } from './atom.ts';

/**
 * Returns the feed as a response, or 304 if the reader has the same already. Shared caches do not keep
 * it, since a member can read more than the public.
 */
export function answerFeed(request: Request, feed: Feed, place: FeedPlace): Response {
  const body = toAtom(feed, place);
  const digest = createHash('sha256').update(body).digest('base64url');
  const tag = `W/"${digest}"`;
  const headers = {
    'cache-control': 'private, no-cache',
    etag: tag,
    'last-modified': feed.updated.toUTCString(),
    vary: 'Cookie'
  };
  if (isKnown(request.headers, tag, feed.updated))
    return new Response(null, { status: 304, headers });
  return new Response(body, {
    headers: { ...headers, 'content-type': 'application/atom+xml; charset=utf-8' }
  });
}

/**
 * Returns whether the reader has the feed already: by the tags that it names, if any (RFC 9110,
 * 13.2.2), else by the time, to the second.
 */
function isKnown(headers: Headers, tag: string, updated: Date): boolean {
  const tags = headers.get('if-none-match');
  if (tags !== null)
    return tags.trim() === '*' || tags.split(',').some((each) => weak(each) === weak(tag));
  const since = Date.parse(headers.get('if-modified-since') ?? '');
  return Math.floor(updated.getTime() / 1000) * 1000 <= since;
}

/** Returns the tag without the mark of a weak one, as weak tags are compared. */
const weak = (tag: string) => tag.trim().replace(/^W\//, '');
