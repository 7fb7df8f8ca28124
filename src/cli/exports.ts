import { describeDocument } from '#lib/server/queries/documents/documents-api.ts';
import { describeInputs } from '#lib/server/queries/desk/inputs-api.ts';
import type { Context } from '#lib/server/access/context.ts';
import { readVersion } from '#lib/server/text/versions.ts';
import { readDocument } from '#lib/server/access/documents.ts';
import { countOf } from './arguments.ts';
import { asMemberOf, withForum } from './forum.ts';

type Asked = { version?: string; member?: string };

/** Returns the text of the version, or of the newest if none is named, as Markdown. */
export const exportMarkdown = (slug: string, asked: Asked): Promise<string> =>
  asReader(asked, async (context) => {
    const { id } = await readDocument(context, slug);
    const { markdown } = await readVersion(context, id, versionOf(asked));
    return markdown.endsWith('\n') ? markdown : `${markdown}\n`;
  });

/** Returns the document with all its inputs as JSON, in the shape of the API. */
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

/** The number of inputs that are read at a time. */
const pageSize = 200;

async function everyInput(context: Context, slug: string) {
  const all: Awaited<ReturnType<typeof describeInputs>>['inputs'] = [];
  for (let cursor: number | null = 0; cursor !== null;) {
    const page: Awaited<ReturnType<typeof describeInputs>> = await describeInputs(context, slug, {
      cursor,
      limit: pageSize
    });
    all.push(...page.inputs);
    cursor = page.next;
  }
  return all;
}
