-- Danish full-text search that forgives accents and ae/oe/aa for æ/ø/å.
-- Words are stemmed as Danish first and folded afterwards: folded first, "miljøet" ("miljoeet")
-- and "miljø" would not have the same stem.

-- Small letters without accents, letter for letter; æ, ø and å stay, and the Swedish and German ones become them.
CREATE FUNCTION search_plain(words text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT lower(translate(normalize(words, NFC),
    'ÆØÅÄÖäöÁÀÂÃáàâãÉÈÊËéèêëÍÌÎÏíìîïÓÒÔÕóòôõÚÙÛÜúùûüÝýÿÇçÑñŠšŽžČčĆćŁłĐđ',
    'æøåæøæøaaaaaaaaeeeeeeeeiiiiiiiioooooooouuuuuuuuyyyccnnsszzcccclldd'))
$$;--> statement-breakpoint
-- The same words where ae, oe and aa are read as æ, ø and å.
CREATE FUNCTION search_danish(words text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT replace(replace(replace(words, 'ae', 'æ'), 'oe', 'ø'), 'aa', 'å')
$$;--> statement-breakpoint
-- Stems as they are compared: æ, ø and å as ae, oe and aa.
CREATE FUNCTION search_folded(stems text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT replace(replace(replace(stems, 'æ', 'ae'), 'ø', 'oe'), 'å', 'aa')
$$;--> statement-breakpoint
-- What a text is found by: its stems, and where it holds ae, oe or aa, those of the Danish reading too.
-- 200,000 letters are more than any text here, and less than a vector can hold.
CREATE FUNCTION search_vector(words text) RETURNS tsvector LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT public.search_folded(to_tsvector('pg_catalog.danish', plain)::text)::tsvector ||
    CASE WHEN plain ~ 'ae|oe|aa'
      THEN public.search_folded(to_tsvector('pg_catalog.danish', public.search_danish(plain))::text)::tsvector
      ELSE '' END
  FROM (SELECT public.search_plain(left(words, 200000)) AS plain) AS read
$$;--> statement-breakpoint
-- What is asked for: words that stand one after another, in either reading.
CREATE FUNCTION search_phrase(words text) RETURNS tsquery LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT public.search_folded(phraseto_tsquery('pg_catalog.danish', plain)::text)::tsquery ||
    public.search_folded(phraseto_tsquery('pg_catalog.danish', public.search_danish(plain))::text)::tsquery
  FROM (SELECT public.search_plain(words) AS plain) AS read
$$;--> statement-breakpoint
-- What is asked for: words that begin so. Only letters and digits may be asked for in this way.
CREATE FUNCTION search_beginning(word text) RETURNS tsquery LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT public.search_folded(to_tsquery('pg_catalog.danish', plain || ':*')::text)::tsquery ||
    public.search_folded(to_tsquery('pg_catalog.danish', public.search_danish(plain) || ':*')::text)::tsquery
  FROM (SELECT public.search_plain(word) AS plain) AS read
$$;--> statement-breakpoint
-- The working group's words in a frozen report. What others said is found where they said it.
CREATE FUNCTION search_report_words(content jsonb) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT regexp_replace(concat_ws(' ', content ->> 'forewordHtml',
    (SELECT string_agg(concat_ws(' ', theme ->> 'title', theme ->> 'summaryHtml'), ' ')
      FROM jsonb_array_elements(content -> 'themes') AS theme)), '<[^>]*>', ' ', 'g')
$$;--> statement-breakpoint
ALTER TABLE "document" ADD COLUMN "search" tsvector GENERATED ALWAYS AS
  (setweight(search_vector("title"), 'A') || setweight(search_vector("summary"), 'B')) STORED;--> statement-breakpoint
ALTER TABLE "version_block" ADD COLUMN "search" tsvector GENERATED ALWAYS AS (search_vector("text")) STORED;--> statement-breakpoint
ALTER TABLE "comment" ADD COLUMN "search" tsvector GENERATED ALWAYS AS
  (search_vector("markdown" || ' ' || coalesce("wording", ''))) STORED;--> statement-breakpoint
ALTER TABLE "rewrite_block" ADD COLUMN "search" tsvector GENERATED ALWAYS AS (search_vector("text")) STORED;--> statement-breakpoint
ALTER TABLE "answer" ADD COLUMN "search" tsvector GENERATED ALWAYS AS (search_vector("markdown")) STORED;--> statement-breakpoint
ALTER TABLE "report" ADD COLUMN "search" tsvector GENERATED ALWAYS AS
  (search_vector(search_report_words("content"))) STORED;--> statement-breakpoint
CREATE INDEX "document_search" ON "document" USING gin ("search");--> statement-breakpoint
CREATE INDEX "version_block_search" ON "version_block" USING gin ("search");--> statement-breakpoint
CREATE INDEX "comment_search" ON "comment" USING gin ("search");--> statement-breakpoint
CREATE INDEX "rewrite_block_search" ON "rewrite_block" USING gin ("search");--> statement-breakpoint
CREATE INDEX "answer_search" ON "answer" USING gin ("search");--> statement-breakpoint
CREATE INDEX "report_search" ON "report" USING gin ("search");
