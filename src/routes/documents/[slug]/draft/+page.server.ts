import { redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { isWritable } from '#lib/domain/hearing/lifecycle.ts';
import { isUnanswered, readPairingAnswers } from '#lib/domain/hearing/pairing-fields.ts';
import { m } from '#lib/paraglide/messages.js';
import type { Context } from '#lib/server/access/context.ts';
import { saveDraft } from '#lib/server/commands/documents/drafts.ts';
import { compareWithLatest, previewOf } from '#lib/server/queries/documents/draft.ts';
import { answerIdentity } from '#lib/server/queries/documents/draft-identity.ts';
import { findPublished, publishVersion } from '#lib/server/commands/documents/publish-version.ts';
import { readDraft, readForWork } from '#lib/server/queries/documents/work.ts';
import { actOnSaved, show } from '#lib/server/http/answering.ts';
import { setFlash } from '#lib/server/http/cookies.ts';
import { markdown, numberIn, text, wholeNumber } from '#lib/server/formats/fields.ts';
import { madeFrom, type ReadSaved } from '#lib/server/http/merging.ts';
import { pageAsked } from '#lib/server/http/search-params.ts';
import type { Actions, PageServerLoad } from './$types';

const longestDraft = 1_000_000;
const longestNote = 500;

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { context } = locals;
  const document = await show(readForWork(context, params.slug));
  const draft = await readDraft(context, document.id);
  const isPreview = url.searchParams.get('view') === 'preview';
  return {
    draft,
    made: madeFrom({ ...draft, fields: { markdown: draft.markdown } }),
    published: madeFrom({ ...draft, fields: {} }),
    next: (document.latestVersion?.number ?? 0) + 1,
    mayPublish: isWritable(document.state),
    note: (url.searchParams.get('note') ?? '').slice(0, longestNote),
    preview: isPreview
      ? {
          whole: previewOf(draft.markdown, pageAsked(url, 'text')),
          ...((await compareWithLatest(context, document, draft, {
            ...{ changes: pageAsked(url), identity: pageAsked(url, 'asked') }
          })) ?? unseen)
        }
      : null
  };
};

/** Before the first version there is nothing to compare with. */
const unseen = { changes: null, identity: null };

/** The draft as the form for it holds it. */
const savedDraft =
  (slug: string): ReadSaved =>
  async (context) => {
    const { id } = await readForWork(context, slug);
    const { markdown, revision, updatedBy, updatedAt } = await readDraft(context, id);
    return { revision, by: updatedBy, at: updatedAt, fields: { markdown } };
  };

/** The same for the form that publishes it, and changes nothing in it. */
const publishedDraft =
  (slug: string): ReadSaved =>
  async (...asked) => ({ ...(await savedDraft(slug)(...asked)), fields: {} });

const draftForm = v.object({
  markdown: markdown(longestDraft),
  revision: wholeNumber(),
  /** The button that was pressed: to go on to the preview, or to go on writing. */
  then: v.optional(v.string(), '')
});

const versionForm = v.objectWithRest(
  {
    ...{ note: text(longestNote), revision: wholeNumber() },
    /** The number that the page said the version would have. */
    number: v.optional(wholeNumber()),
    forget: v.optional(v.array(v.string()), []),
    /** The page of questions that comes after. */
    then: v.optional(v.string(), '')
  },
  v.union([v.string(), v.array(v.string())])
);

type Version = v.InferOutput<typeof versionForm>;

/** Keeps what is said of which paragraph became which; gives the document. */
async function answer(context: Context, slug: string, typed: Version) {
  const document = await readForWork(context, slug);
  const answers = readPairingAnswers(typed);
  const isAnswered = !isUnanswered(answers);
  if (isAnswered) await answerIdentity(context, document.id, { revision: typed.revision, answers });
  return { ...document, isAnswered };
}

/** Publishes the draft, with what was said of its paragraphs. */
async function publish(context: Context, slug: string, typed: Version) {
  const { id } = await answer(context, slug, typed);
  return publishVersion(context, id, typed);
}

export const actions: Actions = {
  save: (event) =>
    actOnSaved(event, 'draft', draftForm, savedDraft(event.params.slug), async (context, typed) => {
      const { then, ...words } = typed;
      const { id, slug } = await readForWork(context, event.params.slug);
      await saveDraft(context, id, words);
      if (then === 'preview') redirect(303, `/documents/${slug}/draft?view=preview`);
      setFlash(event, { kind: 'success', text: m.draft_saved() });
      redirect(303, `/documents/${slug}/draft`);
    }),

  answer: (event) =>
    actOnSaved(
      event,
      'version',
      versionForm,
      publishedDraft(event.params.slug),
      async (context, typed) => {
        const { slug, isAnswered } = await answer(context, event.params.slug, typed);
        if (isAnswered) setFlash(event, { kind: 'success', text: m.identity_answered() });
        const page = numberIn(typed.then) ?? pageAsked(event.url, 'asked').page;
        const shown = new URLSearchParams({ view: 'preview', note: typed.note });
        if (page) shown.set('asked', String(page));
        redirect(303, `/documents/${slug}/draft?${shown}#afsnit`);
      }
    ),

  publish: (event) =>
    actOnSaved(
      event,
      'version',
      versionForm,
      publishedDraft(event.params.slug),
      async (context, typed) => {
        const { id } = await readForWork(context, event.params.slug);
        const published =
          (await findPublished(context, id, typed)) ??
          (await publish(context, event.params.slug, typed));
        setFlash(event, { kind: 'success', text: m.draft_published(published) });
        redirect(303, `/documents/${event.params.slug}`);
      }
    )
};
