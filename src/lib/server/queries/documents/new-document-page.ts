import { eq } from 'drizzle-orm';
import type { Context } from '../../access/context.ts';
import { documentTemplate } from '../../database/tables/index.ts';
import { listRegions } from '../../hearing/parties.ts';

/** Returns the page on which a document is begun. */
export const readNewDocumentPage = async (context: Context) => ({
  regions: await listRegions(context),
  template: await readTemplate(context)
});

/** The name of the template that a new document begins with. */
const visionTemplate = 'Vision';

/** The sections of a vision, until an administrator saves another template. */
const visionSections = [
  'Visionens tekst',
  'Tre konkrete forslag',
  'Tre ulemper',
  'Baggrund',
  'Sådan er visionen blevet til',
  'Hvem har været inddraget',
  'Visionsstillere'
];

/** Returns the text that a new document begins with: the headings of its sections. */
export async function readTemplate({ database }: Context): Promise<string> {
  const [found] = await database
    .select({ markdown: documentTemplate.markdown })
    .from(documentTemplate)
    .where(eq(documentTemplate.name, visionTemplate));
  return found?.markdown ?? visionSections.map((title) => `## ${title}\n`).join('\n');
}
