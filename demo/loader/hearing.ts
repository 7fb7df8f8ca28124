import { enterLetter } from '#lib/server/commands/desk/enter-letter.ts';
import { closeDueHearings } from '#lib/server/commands/documents/close-due.ts';
import { closeHearing } from '#lib/server/commands/documents/close-hearing.ts';
import { openHearing } from '#lib/server/commands/documents/open-hearing.ts';
import type { DemoLetter } from '../reader/hearing.ts';
import type { DemoHearing } from '../reader/read.ts';
import type { Action } from './action.ts';
import { answerActions } from './answers.ts';
import { commentActions, type Debate } from './comments.ts';
import { decisionActions } from './decision.ts';
import { meetingActions } from './meeting.ts';
import { findBlock, type Progress } from './progress.ts';

/** Returns everything in a round, from the opening of its hearing to its decision. */
export function hearingActions(progress: Progress, hearing: DemoHearing): Action[] {
  const debate = debateOf(progress, hearing);
  return [
    openingAction(progress, hearing),
    ...hearing.comments.flatMap((comment) => commentActions(progress, debate, comment)),
    ...hearing.meetings.flatMap((meeting) => meetingActions(progress, debate, meeting)),
    ...hearing.letters.map((letter) => letterAction(progress, hearing, letter)),
    ...closingActions(progress, hearing),
    ...answerActions(progress, hearing),
    ...decisionActions(progress, hearing)
  ];
}

/** The debate ends with the hearing, or now if the hearing is open. */
function debateOf({ calendar }: Progress, { version, closes }: DemoHearing): Debate {
  const end = calendar.dateOf(closes);
  return { version, until: end < calendar.now ? end : calendar.now };
}

const openingAction = (progress: Progress, hearing: DemoHearing): Action => ({
  at: progress.calendar.dateOf(hearing.opened.at),
  by: hearing.opened.by,
  run: (context) =>
    openHearing(context, progress.documentId, {
      opensAt: context.now,
      closesAt: progress.calendar.dateOf(hearing.closes),
      reasonForShortPeriod: hearing.shortReason ?? '',
      invited: hearing.invited.map(({ kind, name, region }) => ({
        ...{ kind, name },
        regionId: region ? progress.regionIds.get(region)! : null
      }))
    })
});

const letterAction = (
  progress: Progress,
  { version }: DemoHearing,
  letter: DemoLetter
): Action => ({
  at: progress.calendar.dateOf(letter.entered.at),
  by: letter.entered.by,
  async run(context) {
    const { from, received, body, on, key } = letter;
    const number = await enterLetter(context, progress.documentId, {
      sender: from,
      receivedOn: progress.calendar.dayOf(received),
      markdown: body,
      paragraph: on ? findBlock(progress, version, on.block).number : null
    });
    progress.sources.set(key, { number });
  }
});

/** The deadline closes a hearing, unless the working group has closed it before. */
function closingActions({ calendar, documentId }: Progress, hearing: DemoHearing): Action[] {
  if (!hearing.closed) return [];
  const closesAt = calendar.dateOf(hearing.closes);
  return [
    {
      at: calendar.dateOf(hearing.closed.at),
      by: hearing.closed.by,
      run: (context) =>
        context.now >= closesAt ? closeDueHearings(context) : closeHearing(context, documentId, '')
    }
  ];
}
