import * as v from 'valibot';
import { scopeTyped, type ScopeChoice } from '#lib/domain/hearing/rewrite.ts';
import { Refusal } from '#lib/domain/refusal.ts';
import type { Context } from '../../access/context.ts';
import { readDocument } from '../../access/documents.ts';
import { uuid } from '../../formats/fields.ts';
import { readMeeting } from './meetings.ts';
import { listSections, writeOutScope } from './scope.ts';

/**
 * Returns the page on which a rewrite of the meeting is written; null for the public, who are to log
 * in. Throws Refusal('notFound') if `meetingId` is no id, and as readDocument and readMeeting do.
 */
export async function readNewRewritePage(context: Context, slug: string, meetingId: string | null) {
  const document = await readDocument(context, slug);
  if (!v.is(uuid, meetingId)) throw new Refusal('notFound');
  if (!context.viewer) return null;
  const meeting = await readMeeting(context, document, meetingId);
  const { id, region, heldOn, versionId, versionNumber, mayChange } = meeting;
  return {
    meeting: { id, region, heldOn, versionNumber },
    mayWrite: mayChange,
    sections: await listSections(context, versionId)
  };
}

/** The meeting of a rewrite that is being written, and what of the draft it considered. */
type RewriteScope = ScopeChoice & { meeting: string };

/**
 * Returns the draft's own text of the scope, to fill an empty field with. Throws
 * Refusal('textInTheWay') if the field is not empty, and as readScopeText does.
 */
export async function prefillRewrite(
  context: Context,
  slug: string,
  { markdown, ...scope }: RewriteScope & { markdown: string }
): Promise<string> {
  if (markdown.trim()) throw new Refusal('textInTheWay');
  return readScopeText(context, slug, scope);
}

/**
 * Returns the draft's own text of the scope. Throws as readDocument, readMeeting, scopeTyped and
 * writeOutScope do.
 */
export async function readScopeText(
  context: Context,
  slug: string,
  { meeting, ...scope }: RewriteScope
): Promise<string> {
  const document = await readDocument(context, slug);
  const { versionId } = await readMeeting(context, document, meeting);
  return writeOutScope(context, versionId, scopeTyped(scope));
}
