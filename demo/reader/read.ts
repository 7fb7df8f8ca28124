import { readdirSync } from 'node:fs';
import type * as v from 'valibot';
import { commentsFile, type DemoComment } from './comments.ts';
import { decisionFile } from './decision.ts';
import { callFile, documentFile, type DemoCall, type DemoVersion } from './document.ts';
import { readJson, readJsonOr, readText } from './files.ts';
import { hearingFile, lettersFile, type DemoLetter } from './hearing.ts';
import { meetingsFile, type DemoMeeting } from './meetings.ts';
import { peopleFile, type DemoPeople } from './people.ts';

/** Everything that the demo shows. */
export type DemoContent = DemoPeople & { documents: DemoDocument[] };

/** A document, as its folder tells of it; the folder's name is the document's slug. */
export type DemoDocument = Omit<v.InferOutput<typeof documentFile>, 'versions'> & {
  slug: string;
  call?: DemoCall;
  /** Numbered from 1, in order. */
  versions: DemoVersion[];
  /** Round 1 first; a later round follows on a round that was returned. */
  hearings: DemoHearing[];
};

/** A round of a document: the hearing and everything until the decision. */
export type DemoHearing = v.InferOutput<typeof hearingFile> &
  v.InferOutput<typeof decisionFile> & {
    round: number;
    comments: DemoComment[];
    meetings: DemoMeeting[];
    letters: DemoLetter[];
  };

/** The path from the root of the project, where every command of the project runs. */
const contentFolder = 'demo/content';

/** Reads and returns the demo's content. Throws if a file is missing or does not fit its schema. */
export function readContent(): DemoContent {
  const folders = readdirSync(contentFolder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
  return { ...readPeople(), documents: folders.map(readDocument) };
}

/** Reads and returns the demo's regions, members and logins. */
export const readPeople = (): DemoPeople => readJson(`${contentFolder}/people.json`, peopleFile);

function readDocument(slug: string): DemoDocument {
  const folder = `${contentFolder}/${slug}`;
  const { versions, ...document } = readJson(`${folder}/document.json`, documentFile);
  const rounds = readdirSync(folder).filter((name) => name.startsWith('round-'));
  return {
    slug,
    ...document,
    call: readJsonOr(undefined, `${folder}/call.json`, callFile),
    versions: versions.map((version, index) => {
      const number = index + 1;
      return { ...version, number, markdown: readText(`${folder}/version-${number}.md`) };
    }),
    hearings: rounds.map((_, index) => readHearing(folder, index + 1))
  };
}

function readHearing(documentFolder: string, round: number): DemoHearing {
  const folder = `${documentFolder}/round-${round}`;
  return {
    round,
    ...readJson(`${folder}/hearing.json`, hearingFile),
    comments: readJsonOr([], `${folder}/comments.json`, commentsFile),
    meetings: readMeetings(folder),
    letters: readJsonOr([], `${folder}/letters.json`, lettersFile),
    ...readJsonOr({}, `${folder}/decision.json`, decisionFile)
  };
}

const readMeetings = (folder: string): DemoMeeting[] =>
  readJsonOr([], `${folder}/meetings.json`, meetingsFile).map(({ rewrite, ...meeting }) => {
    if (!rewrite) return meeting;
    const markdown = readText(`${folder}/rewrite-${meeting.key}.md`);
    return { ...meeting, rewrite: { ...rewrite, markdown } };
  });
