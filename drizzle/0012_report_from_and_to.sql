-- The two sides of a change are called "from" and "to" in a report that is frozen, as in the code.
UPDATE "report" SET "content" = jsonb_set("content", '{changes,rows}', (
	SELECT coalesce(jsonb_agg(change - 'old' - 'new' || jsonb_build_object('from', change -> 'old', 'to', change -> 'new') ORDER BY place), '[]')
	FROM jsonb_array_elements("content" #> '{changes,rows}') WITH ORDINALITY AS each (change, place)
)) WHERE jsonb_typeof("content" #> '{changes,rows}') = 'array';
