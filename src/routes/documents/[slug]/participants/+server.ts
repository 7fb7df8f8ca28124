import { listParticipants } from '#lib/server/text/mentions.ts';
import { asMember } from '#lib/server/access/context.ts';
import { readDocument } from '#lib/server/access/documents.ts';
import { answerJson } from '#lib/server/http/json.ts';
import type { RequestHandler } from './$types';

/** Answers the names that can be mentioned in the debate, each with its region or null. */
export const GET: RequestHandler = ({ locals: { context }, params }) =>
  answerJson(async () => {
    const { viewer } = asMember(context);
    const { id } = await readDocument(context, params.slug);
    const participants = await listParticipants(context, id);
    return participants
      .filter((each) => each.id !== viewer.id)
      .map(({ name, region }) => ({ name, region }));
  });
