import { randomUUID } from 'node:crypto';
import type { Filling } from './filling.ts';
import { pace, type Asked, type Server } from './load.ts';

/** Writes per second: more than the largest hearing has. */
const goal = 290;

/** The number of browsers that send at the same time. */
const senders = 10;

/** Posts comments and likes as forms, as a page without script does, after a warm-up. */
export async function printWrites(server: Server, { documents, logins }: Filling) {
  const { slug, commentIds } = documents[1]!;
  const path = `/documents/${slug}`;
  const from = (nth: number) => ({ cookie: logins[nth % logins.length]! });
  const comments = (nth: number): Asked => ({
    path: `${path}?/comment`,
    headers: from(nth),
    body: new URLSearchParams({
      markdown: 'Vi går der hver dag.',
      formKey: randomUUID()
    }).toString()
  });
  let given = 0;
  const likes = (): Asked => {
    const comment = commentIds[Math.floor(given / logins.length) % commentIds.length];
    const give = `comment:${comment}`;
    return {
      path: `${path}?/like`,
      headers: from(given++),
      body: new URLSearchParams({ give }).toString()
    };
  };
  console.log('');
  for (const [what, form] of Object.entries({ comments, likes })) {
    await pace(server, senders, form, seeOther);
    const { rate, p50, p99, work } = await pace(server, senders, form, seeOther);
    console.log(
      `  ${what} written: ${rate.toFixed(0)}/s, p50 ${p50.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms, work ${work.toFixed(2)} ms (goal: ${goal})`
    );
  }
}

/** The status of an accepted form, which redirects. */
const seeOther = 303;
