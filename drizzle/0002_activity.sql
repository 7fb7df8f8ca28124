CREATE TABLE "document_activity" (
	"document_id" uuid PRIMARY KEY NOT NULL,
	"revision" bigint DEFAULT 1 NOT NULL,
	"raised_in" text DEFAULT '' NOT NULL
);
--> statement-breakpoint
ALTER TABLE "document_activity" ADD CONSTRAINT "document_activity_document_id_document_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."document"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
-- Whatever writes what a document's pages show raises its activity, once a transaction, and tells
-- those who listen. Triggers, so that no verb can forget it: pages that are kept are asked for by it.
INSERT INTO "document_activity" ("document_id") SELECT "id" FROM "document";--> statement-breakpoint
CREATE FUNCTION raise_activity(changed uuid) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  here constant text := pg_current_xact_id()::text;
  reached bigint;
BEGIN
  UPDATE document_activity SET revision = revision + 1, raised_in = here
  WHERE document_id = changed AND raised_in <> here RETURNING revision INTO reached;
  IF reached IS NOT NULL THEN PERFORM pg_notify('activity', changed::text); END IF;
END $$;--> statement-breakpoint
CREATE FUNCTION activity_begins() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO document_activity (document_id) VALUES (NEW.id);
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE FUNCTION activity_by_id() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN PERFORM raise_activity(NEW.id); RETURN NULL; END $$;--> statement-breakpoint
CREATE FUNCTION activity_by_document() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN PERFORM raise_activity(OLD.document_id);
  ELSE PERFORM raise_activity(NEW.document_id); END IF;
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE FUNCTION activity_by_comment() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  changed uuid;
BEGIN
  IF TG_OP = 'DELETE' THEN changed := OLD.comment_id; ELSE changed := NEW.comment_id; END IF;
  PERFORM raise_activity(document_id) FROM comment WHERE id = changed;
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE FUNCTION activity_by_hearing() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM raise_activity(document_id) FROM hearing WHERE id = NEW.hearing_id;
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE FUNCTION activity_by_rewrite() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM raise_activity(h.document_id) FROM rewrite w JOIN hearing h ON h.id = w.hearing_id
  WHERE w.id = NEW.rewrite_id;
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE FUNCTION activity_by_input() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM raise_activity(document_id) FROM input WHERE id = NEW.input_id;
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE FUNCTION activity_by_like() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  liked "like"%ROWTYPE;
BEGIN
  IF TG_OP = 'DELETE' THEN liked := OLD; ELSE liked := NEW; END IF;
  PERFORM raise_activity(coalesce(
    (SELECT document_id FROM comment WHERE id = liked.comment_id),
    (SELECT document_id FROM block WHERE id = liked.block_id),
    (SELECT h.document_id FROM change c JOIN rewrite w ON w.id = c.rewrite_id
      JOIN hearing h ON h.id = w.hearing_id WHERE c.id = liked.change_id)));
  RETURN NULL;
END $$;--> statement-breakpoint
-- A member's and a region's names stand on the pages of every document they have spoken on.
CREATE FUNCTION activity_everywhere() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM raise_activity(document_id) FROM document_activity ORDER BY document_id;
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER activity_begins AFTER INSERT ON "document" FOR EACH ROW EXECUTE FUNCTION activity_begins();--> statement-breakpoint
CREATE TRIGGER activity AFTER UPDATE ON "document" FOR EACH ROW EXECUTE FUNCTION activity_by_id();--> statement-breakpoint
DO $$
DECLARE
  told text;
BEGIN
  FOREACH told IN ARRAY ARRAY['call_for_input', 'comment', 'document_person', 'hearing', 'input',
    'publication', 'report', 'submission', 'theme', 'transition', 'version', 'working_group_member'] LOOP
    EXECUTE format('CREATE TRIGGER activity AFTER INSERT OR UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION activity_by_document()', told);
  END LOOP;
END $$;--> statement-breakpoint
CREATE TRIGGER activity AFTER INSERT OR UPDATE OR DELETE ON "comment_voice" FOR EACH ROW EXECUTE FUNCTION activity_by_comment();--> statement-breakpoint
CREATE TRIGGER activity AFTER INSERT OR UPDATE OR DELETE ON "concealment" FOR EACH ROW EXECUTE FUNCTION activity_by_comment();--> statement-breakpoint
CREATE TRIGGER activity AFTER INSERT OR UPDATE ON "meeting" FOR EACH ROW EXECUTE FUNCTION activity_by_hearing();--> statement-breakpoint
CREATE TRIGGER activity AFTER INSERT OR UPDATE ON "rewrite" FOR EACH ROW EXECUTE FUNCTION activity_by_hearing();--> statement-breakpoint
CREATE TRIGGER activity AFTER INSERT OR UPDATE ON "change" FOR EACH ROW EXECUTE FUNCTION activity_by_rewrite();--> statement-breakpoint
CREATE TRIGGER activity AFTER INSERT OR UPDATE ON "answer" FOR EACH ROW EXECUTE FUNCTION activity_by_input();--> statement-breakpoint
CREATE TRIGGER activity AFTER INSERT OR UPDATE OR DELETE ON "like" FOR EACH ROW EXECUTE FUNCTION activity_by_like();--> statement-breakpoint
CREATE TRIGGER activity AFTER UPDATE OF "name", "region_id" ON "member" FOR EACH ROW EXECUTE FUNCTION activity_everywhere();--> statement-breakpoint
CREATE TRIGGER activity AFTER UPDATE OF "name" ON "region" FOR EACH ROW EXECUTE FUNCTION activity_everywhere();
