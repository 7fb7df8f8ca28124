import { sql } from 'drizzle-orm';
import { answer, publication } from '../../database/tables/index.ts';

/**
 * The columns of the answer to an input, each null until the answers of its round are published. The
 * query joins `answer` and `publication`.
 */
export const publishedAnswerColumns = {
  disposition: sql<
    typeof answer.$inferSelect.disposition
  >`case when ${publication.round} is not null then ${answer.disposition} end`,
  answerHtml: sql<
    string | null
  >`case when ${publication.round} is not null then ${answer.html} end`,
  referredTo: sql<
    string | null
  >`case when ${publication.round} is not null then nullif(${answer.referredTo}, '') end`
};
