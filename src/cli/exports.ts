import { describeDocument } from '#lib/server/queries/documents/documents-api.ts';
import { describeInputs } from '#lib/server/queries/desk/inputs-api.ts';
import type { Context } from '#lib/server/access/context.ts';
import { readVersion } from '#lib/server/text/versions.ts';
import { readDocument } from '#lib/server/access/documents.ts';
import { countOf } from './arguments.ts';
import { asMemberOf, withForum } from './forum.ts';

type Asked = { version?: string; member?: string };

/** The text of a version, the newest where none is named. */
export const exportMarkdown = (slug: string, asked: Asked): Promise<string> =>
  asReader(asked, async (context) => {
    const { id } = await readDocument(context, slug);
    const { markdown } = await readVersion(context, id, versionOf(asked));
    return markdown.endsWith('\n') ? markdown : `${markdown}\n`;
  });

/** The document with every input, as the API tells of them. */
export const exportJson = (slug: string, asked: Asked): Promise<string> =>
  asReader(asked, async (context) => {
    const document = await describeDocument(context, slug, versionOf(asked));
    const inputs = await everyInput(context, slug);
    return `${JSON.stringify({ ...document, inputs }, null, 2)}\n`;
  });

const asReader = <Result>({ member }: Asked, work: (context: Context) => Promise<Result>) =>
  member === undefined ? withForum(work) : asMemberOf(member, work);

const versionOf = ({ version }: Asked) =>
  version === undefined ? undefined : countOf(version, '--version');

/** What is read at a time. */
const atATime = 200;

async function everyInput(context: Context, slug: string) {
  const all: Awaited<ReturnType<typeof describeInputs>>['inputs'] = [];
  for (let cursor: number | null = 0; cursor !== null;) {
    const page: Awaited<ReturnType<typeof describeInputs>> = await describeInputs(context, slug, {
      cursor,
      limit: atATime
    });
    all.push(...page.inputs);
    cursor = page.next;
  }
  return all;
}
