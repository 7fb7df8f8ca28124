-- Letters that a typesetter joined and figures that it lowered are found as what they are read as, and
-- signs without width are not there.
CREATE OR REPLACE FUNCTION search_plain(words text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT lower(translate(
    regexp_replace(replace(replace(replace(replace(replace(normalize(words, NFC),
      'ﬃ', 'ffi'), 'ﬄ', 'ffl'), 'ﬀ', 'ff'), 'ﬁ', 'fi'), 'ﬂ', 'fl'),
      '[\u00ad\u200b\u200c\u2060\ufeff]+', '', 'g'),
    'ÆØÅÄÖäöÁÀÂÃáàâãÉÈÊËéèêëÍÌÎÏíìîïÓÒÔÕóòôõÚÙÛÜúùûüÝýÿÇçÑñŠšŽžČčĆćŁłĐđ₀₁₂₃₄₅₆₇₈₉',
    'æøåæøæøaaaaaaaaeeeeeeeeiiiiiiiioooooooouuuuuuuuyyyccnnsszzcccclldd0123456789'))
$$;--> statement-breakpoint
-- The words of a block as they are read: those of a list item after its number.
CREATE FUNCTION search_block_words(kind text, marker text, words text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT CASE WHEN kind = 'listItem' AND marker ~ '^[0-9]' THEN marker || ' ' || words ELSE words END
$$;--> statement-breakpoint
ALTER TABLE "version_block" DROP COLUMN "search";--> statement-breakpoint
ALTER TABLE "rewrite_block" DROP COLUMN "search";--> statement-breakpoint
ALTER TABLE "version_block" ADD COLUMN "search" tsvector GENERATED ALWAYS AS
  (search_vector(search_block_words("kind"::text, "marker", "text"))) STORED;--> statement-breakpoint
ALTER TABLE "rewrite_block" ADD COLUMN "search" tsvector GENERATED ALWAYS AS
  (search_vector(search_block_words("kind"::text, "marker", "text"))) STORED;--> statement-breakpoint
CREATE INDEX "version_block_search" ON "version_block" USING gin ("search");--> statement-breakpoint
CREATE INDEX "rewrite_block_search" ON "rewrite_block" USING gin ("search");--> statement-breakpoint
-- The vectors of the other tables are made anew where a text has such a sign.
UPDATE "comment" SET "markdown" = "markdown" WHERE "markdown" || coalesce("wording", '') ~ '[ﬀ-ﬄ₀-₉\u00ad\u200b\u200c\u2060\ufeff]';--> statement-breakpoint
UPDATE "answer" SET "markdown" = "markdown" WHERE "markdown" ~ '[ﬀ-ﬄ₀-₉\u00ad\u200b\u200c\u2060\ufeff]';
