import { createHash } from 'node:crypto';
import type { Feed } from '#lib/domain/feed/feed.ts';
import { atomOf, type FeedPlace } from './atom.ts';

/**
 * The feed for a reader that may have it already: 304 where its copy is the same. Kept by nobody on
 * the way, since who is logged in reads more.
 */
export function answerFeed(request: Request, feed: Feed, place: FeedPlace): Response {
  const body = atomOf(feed, place);
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

/** By its tag where the reader names one (RFC 9110, 13.2.2), else by its time, to the second. */
function isKnown(headers: Headers, tag: string, updated: Date): boolean {
  const tags = headers.get('if-none-match');
  if (tags !== null)
    return tags.trim() === '*' || tags.split(',').some((each) => weak(each) === weak(tag));
  const since = Date.parse(headers.get('if-modified-since') ?? '');
  return Math.floor(updated.getTime() / 1000) * 1000 <= since;
}

const weak = (tag: string) => tag.trim().replace(/^W\//, '');
