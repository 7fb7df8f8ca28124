CREATE TABLE "withdrawal_wish" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"comment_id" uuid NOT NULL,
	"input_id" uuid NOT NULL,
	"asked_by" uuid NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"reason" text DEFAULT '' NOT NULL,
	"outcome" text,
	"settled_by" uuid,
	"settled_at" timestamp with time zone,
	"words" text DEFAULT '' NOT NULL,
	CONSTRAINT "withdrawal_wish_outcome_known" CHECK ("withdrawal_wish"."outcome" in ('granted', 'declined', 'takenBack')),
	CONSTRAINT "withdrawal_wish_settled" CHECK (num_nonnulls("withdrawal_wish"."outcome", "withdrawal_wish"."settled_by", "withdrawal_wish"."settled_at") in (0, 3))
);
--> statement-breakpoint
ALTER TABLE "withdrawal_wish" ADD CONSTRAINT "withdrawal_wish_comment_id_comment_id_fk" FOREIGN KEY ("comment_id") REFERENCES "public"."comment"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "withdrawal_wish" ADD CONSTRAINT "withdrawal_wish_input_id_input_id_fk" FOREIGN KEY ("input_id") REFERENCES "public"."input"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "withdrawal_wish" ADD CONSTRAINT "withdrawal_wish_asked_by_member_id_fk" FOREIGN KEY ("asked_by") REFERENCES "public"."member"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "withdrawal_wish" ADD CONSTRAINT "withdrawal_wish_settled_by_member_id_fk" FOREIGN KEY ("settled_by") REFERENCES "public"."member"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "withdrawal_wish_waits_once" ON "withdrawal_wish" USING btree ("comment_id") WHERE "withdrawal_wish"."outcome" is null;--> statement-breakpoint
CREATE INDEX "withdrawal_wish_of_comment" ON "withdrawal_wish" USING btree ("comment_id","asked_at");--> statement-breakpoint
CREATE INDEX "withdrawal_wish_of_input" ON "withdrawal_wish" USING btree ("input_id");