import { eq } from 'drizzle-orm';
import type { Context } from '../../access/context.ts';
import { documentTemplate } from '../../database/tables/index.ts';

/** The name of the template that a new document begins with. */
const visionTemplate = 'Vision';

/** The party's own sections of a vision, until an administrator changes them. */
const visionSections = [
  'Visionens tekst',
  'Tre konkrete forslag',
  'Tre ulemper',
  'Baggrund',
  'Sådan er visionen blevet til',
  'Hvem har været inddraget',
  'Visionsstillere'
];

/** The text that a new document begins with: the headings of the sections it should have. */
export async function readTemplate({ database }: Context): Promise<string> {
  const [found] = await database
    .select({ markdown: documentTemplate.markdown })
    .from(documentTemplate)
    .where(eq(documentTemplate.name, visionTemplate));
  return found?.markdown ?? visionSections.map((title) => `## ${title}\n`).join('\n');
}
