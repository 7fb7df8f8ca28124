import { sql, type SQL } from 'drizzle-orm';

/** The best paragraphs of one text; without a limit, a long one would fill the page of results. */
const maxParagraphsPerText = 3;

/**
 * Returns the table `hit` of what matches the `tsquery`, whoever may read it, with the same columns
 * for every kind. Of a document only the latest version is searched. What is hidden, withdrawn, not
 * posted or not published is left out.
 */
export const hitsOf = (question: SQL): SQL => sql`(
  with asked as (select ${question} as question)
  ${sql.join([documents, paragraphs, comments, rewrites, answers, reports], sql` union all `)}
) as hit`;

/** The words of a block of a text, those of a list item after its number. */
const blockWords = sql`search_block_words(b.kind, b.marker, b.text)`;

const rank = (table: string) => sql.raw(`ts_rank_cd(${table}.search, asked.question, 1)`);

const documents = sql`
  select 'document' as kind, d.id, d.id as document_id, d.region_id, d.summary as words,
    null::text as by, coalesce((select max(v.published_at) from version v where v.document_id = d.id), d.created_at) as at,
    null::int as number, null::int as position, null::text as block_kind, null::int as round,
    ${rank('d')} as rank
  from asked join document d on d.search @@ asked.question`;

const paragraphs = sql`
  select kind, id, document_id, region_id, words, by, at, number, position, block_kind, round, rank
  from (
    select 'paragraph' as kind, b.block_id as id, v.document_id, d.region_id, ${blockWords} as words,
      null::text as by, v.published_at as at, b.number, b.position, b.kind as block_kind, null::int as round,
      ${rank('b')} as rank,
      row_number() over (partition by v.id order by ${rank('b')} desc, b.position) as nth
    from asked join version_block b on b.search @@ asked.question
    join version v on v.id = b.version_id
    join document d on d.id = v.document_id
    where not exists (select from version later where later.document_id = v.document_id and later.number > v.number)
  ) as found where nth <= ${maxParagraphsPerText}::int`;

const comments = sql`
  select 'comment', c.id, c.document_id, coalesce(g.region_id, a.region_id),
    c.markdown || coalesce(E'\n\n' || c.wording, ''), c.author_name, c.created_at,
    null, null, null, null, ${rank('c')}
  from asked join standing_comment c on c.search @@ asked.question
  left join member a on a.id = c.author_id
  left join comment_voice s on s.comment_id = c.id
  left join meeting g on g.id = s.meeting_id`;

const rewrites = sql`
  select kind, id, document_id, region_id, words, by, at, number, position, block_kind, round, rank
  from (
    select 'rewrite' as kind, w.id, h.document_id, g.region_id, ${blockWords} as words, r.name as by,
      w.posted_at as at, null::int as number, b.position, b.kind as block_kind, h.round,
      ${rank('b')} as rank,
      row_number() over (partition by w.id order by ${rank('b')} desc, b.position) as nth
    from asked join rewrite_block b on b.search @@ asked.question
    join rewrite w on w.id = b.rewrite_id
    join hearing h on h.id = w.hearing_id
    join meeting g on g.id = w.meeting_id
    join region r on r.id = g.region_id
    where w.posted_at is not null and w.withdrawn_at is null
  ) as found where nth <= ${maxParagraphsPerText}::int`;

const answers = sql`
  select 'answer', i.id, i.document_id, coalesce(g.region_id, a.region_id), n.markdown, null,
    p.published_at, i.number, null, null, i.round, ${rank('n')}
  from asked join answer n on n.search @@ asked.question
  join input i on i.id = n.input_id
  join publication p on p.document_id = i.document_id and p.round = i.round
  left join comment c on c.id = i.comment_id
  left join member a on a.id = c.author_id
  left join change k on k.id = i.change_id
  left join rewrite w on w.id = k.rewrite_id
  left join remark m on m.id = i.remark_id
  left join meeting g on g.id = coalesce(w.meeting_id, m.meeting_id)
  where i.withdrawn_at is null`;

const reports = sql`
  select 'report', t.id, t.document_id, d.region_id, search_report_words(t.content), null,
    t.frozen_at, null, null, null, t.round, ${rank('t')}
  from asked join report t on t.search @@ asked.question
  join document d on d.id = t.document_id
  where t.frozen_at is not null`;
