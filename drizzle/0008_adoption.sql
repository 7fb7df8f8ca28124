CREATE TABLE "adoption" (
	"document_id" uuid PRIMARY KEY NOT NULL,
	"decision_id" uuid NOT NULL,
	"version_id" uuid NOT NULL,
	"adopted_by" uuid,
	"adopted_at" timestamp with time zone NOT NULL,
	CONSTRAINT "adoption_decisionId_unique" UNIQUE("decision_id")
);
--> statement-breakpoint
CREATE TABLE "adoption_step" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"document_id" uuid NOT NULL,
	"decision_id" uuid NOT NULL,
	"ordinal" integer GENERATED ALWAYS AS IDENTITY (sequence name "adoption_step_ordinal_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"kind" text NOT NULL,
	"reservation_id" uuid,
	"change" text,
	"block_id" uuid,
	"version_id" uuid NOT NULL,
	"words" text DEFAULT '' NOT NULL,
	"actor_id" uuid,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "adoption_step_kind_known" CHECK ("adoption_step"."kind" in ('proposed', 'confirmed', 'sentBack', 'approved')),
	CONSTRAINT "adoption_step_of_something" CHECK ("adoption_step"."reservation_id" is not null or "adoption_step"."change" is not null)
);
--> statement-breakpoint
ALTER TABLE "reservation" DROP CONSTRAINT "reservation_met_whole";--> statement-breakpoint
ALTER TABLE "reservation" DROP CONSTRAINT "reservation_met_in_version_id_version_id_fk";
--> statement-breakpoint
ALTER TABLE "reservation" DROP CONSTRAINT "reservation_met_by_member_id_fk";
--> statement-breakpoint
ALTER TABLE "adoption" ADD CONSTRAINT "adoption_document_id_document_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."document"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "adoption" ADD CONSTRAINT "adoption_decision_id_decision_id_fk" FOREIGN KEY ("decision_id") REFERENCES "public"."decision"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "adoption" ADD CONSTRAINT "adoption_version_id_version_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."version"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "adoption" ADD CONSTRAINT "adoption_adopted_by_member_id_fk" FOREIGN KEY ("adopted_by") REFERENCES "public"."member"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "adoption_step" ADD CONSTRAINT "adoption_step_document_id_document_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."document"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "adoption_step" ADD CONSTRAINT "adoption_step_decision_id_decision_id_fk" FOREIGN KEY ("decision_id") REFERENCES "public"."decision"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "adoption_step" ADD CONSTRAINT "adoption_step_reservation_id_reservation_id_fk" FOREIGN KEY ("reservation_id") REFERENCES "public"."reservation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "adoption_step" ADD CONSTRAINT "adoption_step_block_id_block_id_fk" FOREIGN KEY ("block_id") REFERENCES "public"."block"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "adoption_step" ADD CONSTRAINT "adoption_step_version_id_version_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."version"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "adoption_step" ADD CONSTRAINT "adoption_step_actor_id_member_id_fk" FOREIGN KEY ("actor_id") REFERENCES "public"."member"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "adoption_step_of_decision" ON "adoption_step" USING btree ("decision_id","ordinal");--> statement-breakpoint
-- What the working group had marked as met is its proposal now; Politisk Forum has confirmed none of
-- it, so that what is not adopted yet waits for its confirmation. What is adopted stays adopted.
INSERT INTO "adoption_step" ("document_id", "decision_id", "kind", "reservation_id", "version_id", "words", "actor_id", "at")
  SELECT s."document_id", r."decision_id", 'proposed', r."id", r."met_in_version_id", r."met_note", r."met_by", r."met_at"
  FROM "reservation" r JOIN "decision" d ON d."id" = r."decision_id" JOIN "submission" s ON s."id" = d."submission_id"
  WHERE r."met_at" IS NOT NULL ORDER BY r."met_at", r."position";--> statement-breakpoint
INSERT INTO "adoption" ("document_id", "decision_id", "version_id", "adopted_by", "adopted_at")
  SELECT s."document_id", d."id", s."version_id", d."decided_by", d."decided_at"
  FROM "decision" d JOIN "submission" s ON s."id" = d."submission_id" WHERE d."outcome" = 'adoptedAsWritten';--> statement-breakpoint
-- No version could be published once a document was adopted: the last is the one that it is adopted in.
INSERT INTO "adoption" ("document_id", "decision_id", "version_id", "adopted_by", "adopted_at")
  SELECT o."id", d."id", v."id", t."actor_id", t."at"
  FROM "document" o
  JOIN "submission" s ON s."document_id" = o."id" AND s."round" = o."round"
  JOIN "decision" d ON d."submission_id" = s."id" AND d."outcome" = 'adoptedWithReservations'
  JOIN LATERAL (SELECT "id" FROM "version" WHERE "document_id" = o."id" ORDER BY "number" DESC LIMIT 1) v ON true
  JOIN LATERAL (SELECT "actor_id", "at" FROM "transition" WHERE "document_id" = o."id" AND "to_state" = 'adopted' ORDER BY "at" DESC LIMIT 1) t ON true
  WHERE o."state" = 'adopted';--> statement-breakpoint
CREATE TRIGGER activity AFTER INSERT OR UPDATE OR DELETE ON "adoption" FOR EACH ROW EXECUTE FUNCTION activity_by_document();--> statement-breakpoint
CREATE TRIGGER activity AFTER INSERT OR UPDATE OR DELETE ON "adoption_step" FOR EACH ROW EXECUTE FUNCTION activity_by_document();--> statement-breakpoint
ALTER TABLE "reservation" DROP COLUMN "met_in_version_id";--> statement-breakpoint
ALTER TABLE "reservation" DROP COLUMN "met_by";--> statement-breakpoint
ALTER TABLE "reservation" DROP COLUMN "met_at";--> statement-breakpoint
ALTER TABLE "reservation" DROP COLUMN "met_note";