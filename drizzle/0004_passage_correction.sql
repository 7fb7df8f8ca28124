CREATE TABLE "passage_correction" (
	"comment_id" uuid NOT NULL,
	"revision" integer NOT NULL,
	"version_id" uuid NOT NULL,
	"block_id" uuid,
	"quote" jsonb,
	"corrected_by" uuid NOT NULL,
	"corrected_at" timestamp with time zone NOT NULL,
	CONSTRAINT "passage_correction_comment_id_revision_pk" PRIMARY KEY("comment_id","revision"),
	CONSTRAINT "passage_correction_quote_in_block" CHECK ("passage_correction"."quote" is null or "passage_correction"."block_id" is not null)
);
--> statement-breakpoint
ALTER TABLE "passage_correction" ADD CONSTRAINT "passage_correction_comment_id_comment_id_fk" FOREIGN KEY ("comment_id") REFERENCES "public"."comment"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "passage_correction" ADD CONSTRAINT "passage_correction_version_id_version_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."version"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "passage_correction" ADD CONSTRAINT "passage_correction_corrected_by_member_id_fk" FOREIGN KEY ("corrected_by") REFERENCES "public"."member"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "passage_correction" ADD CONSTRAINT "passage_correction_on_block" FOREIGN KEY ("version_id","block_id") REFERENCES "public"."version_block"("version_id","block_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE TRIGGER activity AFTER INSERT OR UPDATE OR DELETE ON "passage_correction" FOR EACH ROW EXECUTE FUNCTION activity_by_comment();
