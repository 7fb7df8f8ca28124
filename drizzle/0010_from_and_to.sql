-- The two sides of a comparison are called "from" and "to", in what is stored as in the code.
CREATE FUNCTION pg_temp.from_and_to(pairs jsonb) RETURNS jsonb LANGUAGE sql IMMUTABLE AS $$
	SELECT coalesce(jsonb_agg(pair - 'old' - 'new' || jsonb_build_object('from', pair -> 'old', 'to', pair -> 'new') ORDER BY place), '[]')
	FROM jsonb_array_elements(pairs) WITH ORDINALITY AS each (pair, place)
$$;--> statement-breakpoint
UPDATE "version" SET "alignment" = pg_temp.from_and_to("alignment") WHERE jsonb_typeof("alignment") = 'array';--> statement-breakpoint
UPDATE "rewrite" SET "alignment" = pg_temp.from_and_to("alignment");--> statement-breakpoint
UPDATE "version" SET "corrections" = (SELECT jsonb_object_agg(key, pg_temp.from_and_to(value)) FROM jsonb_each("corrections")) WHERE "corrections" <> '{}';--> statement-breakpoint
UPDATE "draft" SET "corrections" = (SELECT jsonb_object_agg(key, pg_temp.from_and_to(value)) FROM jsonb_each("corrections")) WHERE "corrections" <> '{}';--> statement-breakpoint
UPDATE "rewrite" SET "corrections" = (SELECT jsonb_object_agg(key, pg_temp.from_and_to(value)) FROM jsonb_each("corrections")) WHERE "corrections" <> '{}';--> statement-breakpoint
DROP FUNCTION pg_temp.from_and_to(jsonb);
