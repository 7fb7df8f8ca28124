import { closeDueHearings, closeHearing, openHearing } from '../commands/documents/hearings.ts';
import { enterLetter } from '../commands/desk/enter-letter.ts';
import { answered } from './answers.ts';
import type { DemoHearing, DemoLetter } from './content/index.ts';
import { commented, type Debate } from './debate.ts';
import { decided } from './decision.ts';
import type { Happening } from './happening.ts';
import { met } from './meeting.ts';
import { blockAt, type Story } from './story.ts';

/** A hearing from its opening to its decision, as far as it has come. */
export function heard(story: Story, hearing: DemoHearing): Happening[] {
  const debate = debateOf(story, hearing);
  return [
    opened(story, hearing),
    ...hearing.comments.flatMap((comment) => commented(story, debate, comment)),
    ...hearing.meetings.flatMap((meeting) => met(story, debate, meeting)),
    ...hearing.letters.map((letter) => entered(story, hearing, letter)),
    ...closed(story, hearing),
    ...answered(story, hearing),
    ...decided(story, hearing)
  ];
}

function debateOf({ calendar }: Story, { version, closes }: DemoHearing): Debate {
  const end = calendar.momentOf(closes);
  return { version, until: end < calendar.now ? end : calendar.now };
}

const opened = (story: Story, hearing: DemoHearing): Happening => ({
  at: story.calendar.momentOf(hearing.opened.at),
  by: hearing.opened.by,
  happen: (context) =>
    openHearing(context, story.documentId, {
      opensAt: context.now,
      closesAt: story.calendar.momentOf(hearing.closes),
      reasonForShortPeriod: hearing.shortReason ?? '',
      invited: hearing.invited.map(({ kind, name, region }) => ({
        ...{ kind, name },
        regionId: region ? story.regions.get(region)! : null
      }))
    })
});

const entered = (story: Story, { version }: DemoHearing, letter: DemoLetter): Happening => ({
  at: story.calendar.momentOf(letter.entered.at),
  by: letter.entered.by,
  async happen(context) {
    const { from, received, body, on, key } = letter;
    const number = await enterLetter(context, story.documentId, {
      sender: from,
      receivedOn: story.calendar.dayOf(received),
      markdown: body,
      paragraph: on ? blockAt(story, version, on.block).number : null
    });
    story.inputs.set(key, { number });
  }
});

/** The deadline closes a hearing by itself, unless the working group has closed it before. */
function closed({ calendar, documentId }: Story, hearing: DemoHearing): Happening[] {
  if (!hearing.closed) return [];
  const closesAt = calendar.momentOf(hearing.closes);
  return [
    {
      at: calendar.momentOf(hearing.closed.at),
      by: hearing.closed.by,
      happen: (context) =>
        context.now >= closesAt ? closeDueHearings(context) : closeHearing(context, documentId, '')
    }
  ];
}
