CREATE TABLE "account_closure" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"member_id" uuid NOT NULL,
	"closed_by" uuid,
	"closed_at" timestamp with time zone NOT NULL,
	"reopened_by" uuid,
	"reopened_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "known_device" (
	"id" text NOT NULL,
	"member_id" uuid NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	CONSTRAINT "known_device_id_member_id_pk" PRIMARY KEY("id","member_id")
);
--> statement-breakpoint
CREATE TABLE "rate_limit" (
	"key" text PRIMARY KEY NOT NULL,
	"points" integer NOT NULL,
	"expire" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "security_log" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"event" text NOT NULL,
	"member_id" uuid,
	"acted_by" uuid,
	"detail" text,
	CONSTRAINT "security_log_event_known" CHECK ("security_log"."event" in ('login', 'loginRefused', 'lockout', 'logout', 'accountMade', 'passwordChanged', 'roleGranted', 'roleRevoked', 'rapporteurGranted', 'rapporteurRevoked', 'accountClosed', 'accountReopened'))
);
--> statement-breakpoint
ALTER TABLE "member_role" DROP CONSTRAINT "member_role_member_id_role_pk";--> statement-breakpoint
ALTER TABLE "rapporteur" DROP CONSTRAINT "rapporteur_region_id_member_id_pk";--> statement-breakpoint
ALTER TABLE "member_role" ADD COLUMN "id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL;--> statement-breakpoint
ALTER TABLE "member_role" ADD COLUMN "revoked_by" uuid;--> statement-breakpoint
ALTER TABLE "member_role" ADD COLUMN "revoked_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "rapporteur" ADD COLUMN "id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL;--> statement-breakpoint
ALTER TABLE "rapporteur" ADD COLUMN "revoked_by" uuid;--> statement-breakpoint
ALTER TABLE "rapporteur" ADD COLUMN "revoked_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "account_closure" ADD CONSTRAINT "account_closure_member_id_member_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."member"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "account_closure" ADD CONSTRAINT "account_closure_closed_by_member_id_fk" FOREIGN KEY ("closed_by") REFERENCES "public"."member"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "account_closure" ADD CONSTRAINT "account_closure_reopened_by_member_id_fk" FOREIGN KEY ("reopened_by") REFERENCES "public"."member"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "known_device" ADD CONSTRAINT "known_device_member_id_member_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."member"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "security_log" ADD CONSTRAINT "security_log_member_id_member_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."member"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "security_log" ADD CONSTRAINT "security_log_acted_by_member_id_fk" FOREIGN KEY ("acted_by") REFERENCES "public"."member"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "account_closure_once" ON "account_closure" USING btree ("member_id") WHERE "account_closure"."reopened_at" is null;--> statement-breakpoint
CREATE INDEX "known_device_by_expire" ON "known_device" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "rate_limit_by_expire" ON "rate_limit" USING btree ("expire");--> statement-breakpoint
CREATE INDEX "security_log_by_time" ON "security_log" USING btree ("at");--> statement-breakpoint
ALTER TABLE "member_role" ADD CONSTRAINT "member_role_revoked_by_member_id_fk" FOREIGN KEY ("revoked_by") REFERENCES "public"."member"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rapporteur" ADD CONSTRAINT "rapporteur_revoked_by_member_id_fk" FOREIGN KEY ("revoked_by") REFERENCES "public"."member"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "member_role_once" ON "member_role" USING btree ("member_id","role") WHERE "member_role"."revoked_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "rapporteur_once" ON "rapporteur" USING btree ("member_id","region_id") WHERE "rapporteur"."revoked_at" is null;--> statement-breakpoint
INSERT INTO "account_closure" ("member_id", "closed_at")
  SELECT "id", "closed_at" FROM "member" WHERE "closed_at" IS NOT NULL;--> statement-breakpoint
ALTER TABLE "member" DROP COLUMN "closed_at";--> statement-breakpoint
-- Names lose what turns their direction and what cannot be seen, as names now do when they are given.
UPDATE "member" SET "name" = "cleaned" FROM (
  SELECT "id" AS "of", btrim(regexp_replace("name",
    '[\u0001-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff]', '', 'g')) AS "cleaned"
  FROM "member") AS "names"
WHERE "id" = "of" AND "name" <> "cleaned" AND "cleaned" <> '';