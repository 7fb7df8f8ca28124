CREATE TABLE "invitation" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"token_hash" text NOT NULL,
	"email" text NOT NULL,
	"name" text NOT NULL,
	"region_id" uuid,
	"is_rapporteur" boolean DEFAULT false NOT NULL,
	"roles" text[] DEFAULT '{}'::text[] NOT NULL,
	"invited_by" uuid NOT NULL,
	"invited_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"accepted_at" timestamp with time zone,
	"member_id" uuid,
	CONSTRAINT "invitation_tokenHash_unique" UNIQUE("token_hash")
);
--> statement-breakpoint
CREATE TABLE "member" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"password_hash" text,
	"region_id" uuid,
	"closed_at" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "member_role" (
	"member_id" uuid NOT NULL,
	"role" text NOT NULL,
	"granted_by" uuid,
	"granted_at" timestamp with time zone NOT NULL,
	CONSTRAINT "member_role_member_id_role_pk" PRIMARY KEY("member_id","role"),
	CONSTRAINT "member_role_known" CHECK ("member_role"."role" in ('administrator', 'politiskForum'))
);
--> statement-breakpoint
CREATE TABLE "rapporteur" (
	"region_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"granted_by" uuid,
	"granted_at" timestamp with time zone NOT NULL,
	CONSTRAINT "rapporteur_region_id_member_id_pk" PRIMARY KEY("region_id","member_id")
);
--> statement-breakpoint
CREATE TABLE "region" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "region_slug_unique" UNIQUE("slug"),
	CONSTRAINT "region_name_unique" UNIQUE("name")
);
--> statement-breakpoint
CREATE TABLE "session" (
	"id" text PRIMARY KEY NOT NULL,
	"member_id" uuid NOT NULL,
	"expires_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "block" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"document_id" uuid NOT NULL
);
--> statement-breakpoint
CREATE TABLE "document" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"slug" text NOT NULL,
	"title" text NOT NULL,
	"summary" text DEFAULT '' NOT NULL,
	"level" text NOT NULL,
	"policy_area" text NOT NULL,
	"region_id" uuid,
	"audience" text NOT NULL,
	"state" text NOT NULL,
	"round" integer DEFAULT 1 NOT NULL,
	"created_by" uuid,
	"created_at" timestamp with time zone NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "document_slug_unique" UNIQUE("slug"),
	CONSTRAINT "document_level_known" CHECK ("document"."level" in ('national', 'region', 'municipality')),
	CONSTRAINT "document_audience_known" CHECK ("document"."audience" in ('public', 'members')),
	CONSTRAINT "document_state_known" CHECK ("document"."state" in ('callForInput', 'drafting', 'hearing', 'processing', 'submitted', 'adopted', 'adoptedWithReservations', 'returned')),
	CONSTRAINT "document_round_from_1" CHECK ("document"."round" >= 1)
);
--> statement-breakpoint
CREATE TABLE "document_person" (
	"document_id" uuid NOT NULL,
	"role" text NOT NULL,
	"position" integer NOT NULL,
	"name" text NOT NULL,
	"member_id" uuid,
	CONSTRAINT "document_person_document_id_role_position_pk" PRIMARY KEY("document_id","role","position"),
	CONSTRAINT "document_person_role_known" CHECK ("document_person"."role" in ('proposer', 'involved'))
);
--> statement-breakpoint
CREATE TABLE "document_template" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"name" text NOT NULL,
	"markdown" text NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "document_template_name_unique" UNIQUE("name")
);
--> statement-breakpoint
CREATE TABLE "draft" (
	"document_id" uuid PRIMARY KEY NOT NULL,
	"markdown" text NOT NULL,
	"updated_by" uuid,
	"updated_at" timestamp with time zone NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "transition" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"document_id" uuid NOT NULL,
	"from_state" text,
	"to_state" text NOT NULL,
	"round" integer NOT NULL,
	"actor_id" uuid,
	"at" timestamp with time zone NOT NULL,
	"reason" text DEFAULT '' NOT NULL,
	CONSTRAINT "transition_from_known" CHECK ("transition"."from_state" in ('callForInput', 'drafting', 'hearing', 'processing', 'submitted', 'adopted', 'adoptedWithReservations', 'returned')),
	CONSTRAINT "transition_to_known" CHECK ("transition"."to_state" in ('callForInput', 'drafting', 'hearing', 'processing', 'submitted', 'adopted', 'adoptedWithReservations', 'returned'))
);
--> statement-breakpoint
CREATE TABLE "version" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"document_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"title" text NOT NULL,
	"markdown" text NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"alignment" jsonb,
	"published_by" uuid,
	"published_at" timestamp with time zone NOT NULL,
	CONSTRAINT "version_number_once" UNIQUE("document_id","number"),
	CONSTRAINT "version_number_from_1" CHECK ("version"."number" >= 1)
);
--> statement-breakpoint
CREATE TABLE "version_block" (
	"version_id" uuid NOT NULL,
	"block_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"number" integer,
	"kind" text NOT NULL,
	"level" integer NOT NULL,
	"marker" text NOT NULL,
	"text" text NOT NULL,
	"markdown" text NOT NULL,
	"html" text NOT NULL,
	"relation" text NOT NULL,
	"origins" uuid[] DEFAULT '{}'::uuid[] NOT NULL,
	CONSTRAINT "version_block_version_id_block_id_pk" PRIMARY KEY("version_id","block_id"),
	CONSTRAINT "version_block_position_once" UNIQUE("version_id","position")
);
--> statement-breakpoint
CREATE TABLE "working_group_member" (
	"document_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"added_by" uuid,
	"added_at" timestamp with time zone NOT NULL,
	CONSTRAINT "working_group_member_document_id_member_id_pk" PRIMARY KEY("document_id","member_id")
);
--> statement-breakpoint
CREATE TABLE "call_for_input" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"document_id" uuid NOT NULL,
	"round" integer NOT NULL,
	"markdown" text NOT NULL,
	"html" text NOT NULL,
	"opens_at" timestamp with time zone NOT NULL,
	"closes_at" timestamp with time zone NOT NULL,
	"opened_by" uuid,
	"closed_at" timestamp with time zone,
	CONSTRAINT "call_for_input_once_a_round" UNIQUE("document_id","round"),
	CONSTRAINT "call_for_input_period" CHECK ("call_for_input"."closes_at" > "call_for_input"."opens_at")
);
--> statement-breakpoint
CREATE TABLE "hearing" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"document_id" uuid NOT NULL,
	"version_id" uuid NOT NULL,
	"round" integer NOT NULL,
	"opens_at" timestamp with time zone NOT NULL,
	"closes_at" timestamp with time zone NOT NULL,
	"reason_for_short_period" text DEFAULT '' NOT NULL,
	"opened_by" uuid,
	"closed_at" timestamp with time zone,
	"revision" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "hearing_once_a_round" UNIQUE("document_id","round"),
	CONSTRAINT "hearing_period" CHECK ("hearing"."closes_at" > "hearing"."opens_at")
);
--> statement-breakpoint
CREATE TABLE "invited_party" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"hearing_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"region_id" uuid,
	CONSTRAINT "invited_party_once" UNIQUE("hearing_id","kind","name"),
	CONSTRAINT "invited_party_kind_known" CHECK ("invited_party"."kind" in ('region', 'group', 'organisation')),
	CONSTRAINT "invited_party_region" CHECK (("invited_party"."kind" = 'region') = ("invited_party"."region_id" is not null))
);
--> statement-breakpoint
CREATE TABLE "meeting" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"hearing_id" uuid NOT NULL,
	"region_id" uuid NOT NULL,
	"held_on" date NOT NULL,
	"place" text NOT NULL,
	"attendance" integer NOT NULL,
	"minutes" text NOT NULL,
	"minutes_html" text NOT NULL,
	"entered_by" uuid NOT NULL,
	"on_behalf" boolean DEFAULT false NOT NULL,
	"entered_at" timestamp with time zone NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "meeting_attendance_positive" CHECK ("meeting"."attendance" > 0)
);
--> statement-breakpoint
CREATE TABLE "change" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"rewrite_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"relation" text NOT NULL,
	"block_ids" uuid[] DEFAULT '{}'::uuid[] NOT NULL,
	"anchor_block_id" uuid,
	"new_positions" integer[] DEFAULT '{}'::integer[] NOT NULL,
	"reason" text DEFAULT '' NOT NULL,
	CONSTRAINT "change_position_once" UNIQUE("rewrite_id","position"),
	CONSTRAINT "change_relation_known" CHECK ("change"."relation" in ('edited', 'inserted', 'deleted', 'moved', 'split', 'merged'))
);
--> statement-breakpoint
CREATE TABLE "rewrite" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"meeting_id" uuid NOT NULL,
	"hearing_id" uuid NOT NULL,
	"version_id" uuid NOT NULL,
	"foreword" text DEFAULT '' NOT NULL,
	"foreword_html" text DEFAULT '' NOT NULL,
	"markdown" text NOT NULL,
	"scope" uuid[],
	"alignment" jsonb NOT NULL,
	"corrections" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"written_by" uuid NOT NULL,
	"written_at" timestamp with time zone NOT NULL,
	"posted_at" timestamp with time zone,
	"withdrawn_at" timestamp with time zone,
	"withdrawn_by" uuid,
	"revision" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "rewrite_withdrawn_by" CHECK (("rewrite"."withdrawn_at" is null) = ("rewrite"."withdrawn_by" is null))
);
--> statement-breakpoint
CREATE TABLE "rewrite_block" (
	"rewrite_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"kind" text NOT NULL,
	"level" integer NOT NULL,
	"marker" text NOT NULL,
	"text" text NOT NULL,
	"markdown" text NOT NULL,
	"html" text NOT NULL,
	"is_remark" boolean DEFAULT false NOT NULL,
	CONSTRAINT "rewrite_block_rewrite_id_position_pk" PRIMARY KEY("rewrite_id","position")
);
--> statement-breakpoint
CREATE TABLE "answer" (
	"input_id" uuid PRIMARY KEY NOT NULL,
	"disposition" text,
	"markdown" text DEFAULT '' NOT NULL,
	"html" text DEFAULT '' NOT NULL,
	"theme_id" uuid,
	"duplicate_of" uuid,
	"referred_to" text DEFAULT '' NOT NULL,
	"answered_by" uuid,
	"answered_at" timestamp with time zone NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "answer_disposition_known" CHECK ("answer"."disposition" in ('accepted', 'partly', 'declined', 'noted', 'outOfScope', 'duplicate')),
	CONSTRAINT "answer_duplicate_of_another" CHECK (("answer"."disposition" is not distinct from 'duplicate') = ("answer"."duplicate_of" is not null) and "answer"."duplicate_of" is distinct from "answer"."input_id")
);
--> statement-breakpoint
CREATE TABLE "comment" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"document_id" uuid NOT NULL,
	"hearing_id" uuid,
	"call_id" uuid,
	"version_id" uuid,
	"block_id" uuid,
	"quote" jsonb,
	"parent_id" uuid,
	"kind" text,
	"author_id" uuid,
	"author_name" text NOT NULL,
	"markdown" text NOT NULL,
	"html" text NOT NULL,
	"wording" text,
	"tail" text DEFAULT '' NOT NULL,
	"imported_likes" integer DEFAULT 0 NOT NULL,
	"source" text,
	"form_key" uuid,
	"created_at" timestamp with time zone NOT NULL,
	"edited_at" timestamp with time zone,
	"withdrawn_at" timestamp with time zone,
	"revision" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "comment_source_once" UNIQUE("document_id","source"),
	CONSTRAINT "comment_form_once" UNIQUE("author_id","form_key"),
	CONSTRAINT "comment_in_one_place" CHECK (num_nonnulls("comment"."hearing_id", "comment"."call_id") = 1),
	CONSTRAINT "comment_kind_known" CHECK ("comment"."kind" in ('support', 'concern', 'wording', 'question')),
	CONSTRAINT "comment_quote_in_block" CHECK ("comment"."quote" is null or "comment"."block_id" is not null),
	CONSTRAINT "comment_block_in_version" CHECK ("comment"."block_id" is null or "comment"."version_id" is not null)
);
--> statement-breakpoint
CREATE TABLE "comment_report" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"comment_id" uuid NOT NULL,
	"reporter_id" uuid NOT NULL,
	"reason" text NOT NULL,
	"reported_at" timestamp with time zone NOT NULL,
	"moderation_id" uuid,
	CONSTRAINT "comment_report_once" UNIQUE("comment_id","reporter_id")
);
--> statement-breakpoint
CREATE TABLE "comment_revision" (
	"comment_id" uuid NOT NULL,
	"revision" integer NOT NULL,
	"markdown" text NOT NULL,
	"html" text NOT NULL,
	"wording" text,
	"written_at" timestamp with time zone NOT NULL,
	CONSTRAINT "comment_revision_comment_id_revision_pk" PRIMARY KEY("comment_id","revision")
);
--> statement-breakpoint
CREATE TABLE "comment_voice" (
	"comment_id" uuid PRIMARY KEY NOT NULL,
	"voice" text NOT NULL,
	"meeting_id" uuid,
	"marked_by" uuid NOT NULL,
	"marked_at" timestamp with time zone NOT NULL,
	CONSTRAINT "comment_voice_known" CHECK ("comment_voice"."voice" in ('member', 'region', 'workingGroup')),
	CONSTRAINT "comment_voice_meeting" CHECK (("comment_voice"."voice" = 'region') = ("comment_voice"."meeting_id" is not null))
);
--> statement-breakpoint
CREATE TABLE "concealment" (
	"comment_id" uuid PRIMARY KEY NOT NULL,
	"reason" text NOT NULL,
	"hidden_by" uuid NOT NULL,
	"hidden_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "input" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"document_id" uuid NOT NULL,
	"round" integer NOT NULL,
	"number" integer NOT NULL,
	"kind" text NOT NULL,
	"comment_id" uuid,
	"change_id" uuid,
	"remark_id" uuid,
	"letter_id" uuid,
	"late" boolean DEFAULT false NOT NULL,
	"withdrawn_at" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "input_commentId_unique" UNIQUE("comment_id"),
	CONSTRAINT "input_changeId_unique" UNIQUE("change_id"),
	CONSTRAINT "input_remarkId_unique" UNIQUE("remark_id"),
	CONSTRAINT "input_letterId_unique" UNIQUE("letter_id"),
	CONSTRAINT "input_number_once" UNIQUE("document_id","number"),
	CONSTRAINT "input_kind_known" CHECK ("input"."kind" in ('comment', 'change', 'remark', 'letter')),
	CONSTRAINT "input_is_one_thing" CHECK (num_nonnulls("input"."comment_id", "input"."change_id", "input"."remark_id", "input"."letter_id") = 1),
	CONSTRAINT "input_kind_fits" CHECK (case "input"."kind" when 'comment' then "input"."comment_id" when 'change' then "input"."change_id" when 'remark' then "input"."remark_id" else "input"."letter_id" end is not null)
);
--> statement-breakpoint
CREATE TABLE "letter" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"hearing_id" uuid NOT NULL,
	"version_id" uuid NOT NULL,
	"block_id" uuid,
	"sender" text NOT NULL,
	"received_on" date NOT NULL,
	"markdown" text NOT NULL,
	"html" text NOT NULL,
	"entered_by" uuid NOT NULL,
	"entered_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "like" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"member_id" uuid NOT NULL,
	"comment_id" uuid,
	"block_id" uuid,
	"change_id" uuid,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "like_of_one_thing" CHECK (num_nonnulls("like"."comment_id", "like"."block_id", "like"."change_id") = 1)
);
--> statement-breakpoint
CREATE TABLE "moderation" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"comment_id" uuid NOT NULL,
	"step" text NOT NULL,
	"reason" text DEFAULT '' NOT NULL,
	"moderator_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "moderation_step_known" CHECK ("moderation"."step" in ('hidden', 'shown', 'dismissed'))
);
--> statement-breakpoint
CREATE TABLE "publication" (
	"document_id" uuid NOT NULL,
	"round" integer NOT NULL,
	"published_by" uuid,
	"published_at" timestamp with time zone NOT NULL,
	CONSTRAINT "publication_document_id_round_pk" PRIMARY KEY("document_id","round")
);
--> statement-breakpoint
CREATE TABLE "remark" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"meeting_id" uuid NOT NULL,
	"version_id" uuid NOT NULL,
	"block_id" uuid,
	"markdown" text NOT NULL,
	"html" text NOT NULL,
	"entered_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "theme" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"document_id" uuid NOT NULL,
	"round" integer NOT NULL,
	"title" text NOT NULL,
	"position" integer NOT NULL,
	"summary" text DEFAULT '' NOT NULL,
	"summary_html" text DEFAULT '' NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "theme_title_once" UNIQUE("document_id","round","title")
);
--> statement-breakpoint
CREATE TABLE "decision" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"submission_id" uuid NOT NULL,
	"outcome" text NOT NULL,
	"reason" text DEFAULT '' NOT NULL,
	"reason_html" text DEFAULT '' NOT NULL,
	"decided_by" uuid NOT NULL,
	"decided_at" timestamp with time zone NOT NULL,
	CONSTRAINT "decision_submissionId_unique" UNIQUE("submission_id"),
	CONSTRAINT "decision_outcome_known" CHECK ("decision"."outcome" in ('adoptedAsWritten', 'adoptedWithReservations', 'returned'))
);
--> statement-breakpoint
CREATE TABLE "report" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"document_id" uuid NOT NULL,
	"round" integer NOT NULL,
	"foreword" text DEFAULT '' NOT NULL,
	"foreword_html" text DEFAULT '' NOT NULL,
	"updated_by" uuid,
	"updated_at" timestamp with time zone NOT NULL,
	"content" jsonb,
	"frozen_at" timestamp with time zone,
	"revision" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "report_once_a_round" UNIQUE("document_id","round"),
	CONSTRAINT "report_frozen_whole" CHECK (("report"."content" is null) = ("report"."frozen_at" is null))
);
--> statement-breakpoint
CREATE TABLE "reservation" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"decision_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"block_id" uuid,
	"wish" text NOT NULL,
	"met_in_version_id" uuid,
	"met_by" uuid,
	"met_at" timestamp with time zone,
	"met_note" text DEFAULT '' NOT NULL,
	CONSTRAINT "reservation_position_once" UNIQUE("decision_id","position"),
	CONSTRAINT "reservation_met_whole" CHECK (("reservation"."met_in_version_id" is null) = ("reservation"."met_at" is null))
);
--> statement-breakpoint
CREATE TABLE "submission" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"document_id" uuid NOT NULL,
	"round" integer NOT NULL,
	"version_id" uuid NOT NULL,
	"report_id" uuid NOT NULL,
	"message" text DEFAULT '' NOT NULL,
	"submitted_by" uuid,
	"submitted_at" timestamp with time zone NOT NULL,
	CONSTRAINT "submission_reportId_unique" UNIQUE("report_id"),
	CONSTRAINT "submission_once_a_round" UNIQUE("document_id","round")
);
--> statement-breakpoint
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_region_id_region_id_fk" FOREIGN KEY ("region_id") REFERENCES "public"."region"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_invited_by_member_id_fk" FOREIGN KEY ("invited_by") REFERENCES "public"."member"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_member_id_member_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."member"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "member" ADD CONSTRAINT "member_region_id_region_id_fk" FOREIGN KEY ("region_id") REFERENCES "public"."region"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "member_role" ADD CONSTRAINT "member_role_member_id_member_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."member"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "member_role" ADD CONSTRAINT "member_role_granted_by_member_id_fk" FOREIGN KEY ("granted_by") REFERENCES "public"."member"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rapporteur" ADD CONSTRAINT "rapporteur_region_id_region_id_fk" FOREIGN KEY ("region_id") REFERENCES "public"."region"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rapporteur" ADD CONSTRAINT "rapporteur_member_id_member_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."member"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rapporteur" ADD CONSTRAINT "rapporteur_granted_by_member_id_fk" FOREIGN KEY ("granted_by") REFERENCES "public"."member"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session" ADD CONSTRAINT "session_member_id_member_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."member"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "block" ADD CONSTRAINT "block_document_id_document_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."document"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document" ADD CONSTRAINT "document_region_id_region_id_fk" FOREIGN KEY ("region_id") REFERENCES "public"."region"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document" ADD CONSTRAINT "document_created_by_member_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."member"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_person" ADD CONSTRAINT "document_person_document_id_document_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."document"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_person" ADD CONSTRAINT "document_person_member_id_member_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."member"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "draft" ADD CONSTRAINT "draft_document_id_document_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."document"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "draft" ADD CONSTRAINT "draft_updated_by_member_id_fk" FOREIGN KEY ("updated_by") REFERENCES "public"."member"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "transition" ADD CONSTRAINT "transition_document_id_document_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."document"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "transition" ADD CONSTRAINT "transition_actor_id_member_id_fk" FOREIGN KEY ("actor_id") REFERENCES "public"."member"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "version" ADD CONSTRAINT "version_document_id_document_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."document"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "version" ADD CONSTRAINT "version_published_by_member_id_fk" FOREIGN KEY ("published_by") REFERENCES "public"."member"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "version_block" ADD CONSTRAINT "version_block_version_id_version_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."version"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "version_block" ADD CONSTRAINT "version_block_block_id_block_id_fk" FOREIGN KEY ("block_id") REFERENCES "public"."block"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "working_group_member" ADD CONSTRAINT "working_group_member_document_id_document_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."document"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "working_group_member" ADD CONSTRAINT "working_group_member_member_id_member_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."member"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "working_group_member" ADD CONSTRAINT "working_group_member_added_by_member_id_fk" FOREIGN KEY ("added_by") REFERENCES "public"."member"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "call_for_input" ADD CONSTRAINT "call_for_input_document_id_document_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."document"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "call_for_input" ADD CONSTRAINT "call_for_input_opened_by_member_id_fk" FOREIGN KEY ("opened_by") REFERENCES "public"."member"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hearing" ADD CONSTRAINT "hearing_document_id_document_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."document"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hearing" ADD CONSTRAINT "hearing_version_id_version_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."version"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hearing" ADD CONSTRAINT "hearing_opened_by_member_id_fk" FOREIGN KEY ("opened_by") REFERENCES "public"."member"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invited_party" ADD CONSTRAINT "invited_party_hearing_id_hearing_id_fk" FOREIGN KEY ("hearing_id") REFERENCES "public"."hearing"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invited_party" ADD CONSTRAINT "invited_party_region_id_region_id_fk" FOREIGN KEY ("region_id") REFERENCES "public"."region"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting" ADD CONSTRAINT "meeting_hearing_id_hearing_id_fk" FOREIGN KEY ("hearing_id") REFERENCES "public"."hearing"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting" ADD CONSTRAINT "meeting_region_id_region_id_fk" FOREIGN KEY ("region_id") REFERENCES "public"."region"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting" ADD CONSTRAINT "meeting_entered_by_member_id_fk" FOREIGN KEY ("entered_by") REFERENCES "public"."member"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "change" ADD CONSTRAINT "change_rewrite_id_rewrite_id_fk" FOREIGN KEY ("rewrite_id") REFERENCES "public"."rewrite"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rewrite" ADD CONSTRAINT "rewrite_meeting_id_meeting_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meeting"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rewrite" ADD CONSTRAINT "rewrite_hearing_id_hearing_id_fk" FOREIGN KEY ("hearing_id") REFERENCES "public"."hearing"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rewrite" ADD CONSTRAINT "rewrite_version_id_version_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."version"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rewrite" ADD CONSTRAINT "rewrite_written_by_member_id_fk" FOREIGN KEY ("written_by") REFERENCES "public"."member"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rewrite" ADD CONSTRAINT "rewrite_withdrawn_by_member_id_fk" FOREIGN KEY ("withdrawn_by") REFERENCES "public"."member"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rewrite_block" ADD CONSTRAINT "rewrite_block_rewrite_id_rewrite_id_fk" FOREIGN KEY ("rewrite_id") REFERENCES "public"."rewrite"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answer" ADD CONSTRAINT "answer_input_id_input_id_fk" FOREIGN KEY ("input_id") REFERENCES "public"."input"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answer" ADD CONSTRAINT "answer_theme_id_theme_id_fk" FOREIGN KEY ("theme_id") REFERENCES "public"."theme"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answer" ADD CONSTRAINT "answer_duplicate_of_input_id_fk" FOREIGN KEY ("duplicate_of") REFERENCES "public"."input"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answer" ADD CONSTRAINT "answer_answered_by_member_id_fk" FOREIGN KEY ("answered_by") REFERENCES "public"."member"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comment" ADD CONSTRAINT "comment_document_id_document_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."document"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comment" ADD CONSTRAINT "comment_hearing_id_hearing_id_fk" FOREIGN KEY ("hearing_id") REFERENCES "public"."hearing"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comment" ADD CONSTRAINT "comment_call_id_call_for_input_id_fk" FOREIGN KEY ("call_id") REFERENCES "public"."call_for_input"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comment" ADD CONSTRAINT "comment_version_id_version_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."version"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comment" ADD CONSTRAINT "comment_parent_id_comment_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."comment"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comment" ADD CONSTRAINT "comment_author_id_member_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."member"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comment" ADD CONSTRAINT "comment_on_block" FOREIGN KEY ("version_id","block_id") REFERENCES "public"."version_block"("version_id","block_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comment_report" ADD CONSTRAINT "comment_report_comment_id_comment_id_fk" FOREIGN KEY ("comment_id") REFERENCES "public"."comment"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comment_report" ADD CONSTRAINT "comment_report_reporter_id_member_id_fk" FOREIGN KEY ("reporter_id") REFERENCES "public"."member"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comment_report" ADD CONSTRAINT "comment_report_moderation_id_moderation_id_fk" FOREIGN KEY ("moderation_id") REFERENCES "public"."moderation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comment_revision" ADD CONSTRAINT "comment_revision_comment_id_comment_id_fk" FOREIGN KEY ("comment_id") REFERENCES "public"."comment"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comment_voice" ADD CONSTRAINT "comment_voice_comment_id_comment_id_fk" FOREIGN KEY ("comment_id") REFERENCES "public"."comment"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comment_voice" ADD CONSTRAINT "comment_voice_meeting_id_meeting_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meeting"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comment_voice" ADD CONSTRAINT "comment_voice_marked_by_member_id_fk" FOREIGN KEY ("marked_by") REFERENCES "public"."member"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "concealment" ADD CONSTRAINT "concealment_comment_id_comment_id_fk" FOREIGN KEY ("comment_id") REFERENCES "public"."comment"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "concealment" ADD CONSTRAINT "concealment_hidden_by_member_id_fk" FOREIGN KEY ("hidden_by") REFERENCES "public"."member"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "input" ADD CONSTRAINT "input_document_id_document_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."document"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "input" ADD CONSTRAINT "input_comment_id_comment_id_fk" FOREIGN KEY ("comment_id") REFERENCES "public"."comment"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "input" ADD CONSTRAINT "input_change_id_change_id_fk" FOREIGN KEY ("change_id") REFERENCES "public"."change"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "input" ADD CONSTRAINT "input_remark_id_remark_id_fk" FOREIGN KEY ("remark_id") REFERENCES "public"."remark"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "input" ADD CONSTRAINT "input_letter_id_letter_id_fk" FOREIGN KEY ("letter_id") REFERENCES "public"."letter"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "letter" ADD CONSTRAINT "letter_hearing_id_hearing_id_fk" FOREIGN KEY ("hearing_id") REFERENCES "public"."hearing"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "letter" ADD CONSTRAINT "letter_version_id_version_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."version"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "letter" ADD CONSTRAINT "letter_entered_by_member_id_fk" FOREIGN KEY ("entered_by") REFERENCES "public"."member"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "letter" ADD CONSTRAINT "letter_on_block" FOREIGN KEY ("version_id","block_id") REFERENCES "public"."version_block"("version_id","block_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "like" ADD CONSTRAINT "like_member_id_member_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."member"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "like" ADD CONSTRAINT "like_comment_id_comment_id_fk" FOREIGN KEY ("comment_id") REFERENCES "public"."comment"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "like" ADD CONSTRAINT "like_block_id_block_id_fk" FOREIGN KEY ("block_id") REFERENCES "public"."block"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "like" ADD CONSTRAINT "like_change_id_change_id_fk" FOREIGN KEY ("change_id") REFERENCES "public"."change"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "moderation" ADD CONSTRAINT "moderation_comment_id_comment_id_fk" FOREIGN KEY ("comment_id") REFERENCES "public"."comment"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "moderation" ADD CONSTRAINT "moderation_moderator_id_member_id_fk" FOREIGN KEY ("moderator_id") REFERENCES "public"."member"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "publication" ADD CONSTRAINT "publication_document_id_document_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."document"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "publication" ADD CONSTRAINT "publication_published_by_member_id_fk" FOREIGN KEY ("published_by") REFERENCES "public"."member"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "remark" ADD CONSTRAINT "remark_meeting_id_meeting_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meeting"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "remark" ADD CONSTRAINT "remark_version_id_version_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."version"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "remark" ADD CONSTRAINT "remark_on_block" FOREIGN KEY ("version_id","block_id") REFERENCES "public"."version_block"("version_id","block_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "theme" ADD CONSTRAINT "theme_document_id_document_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."document"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decision" ADD CONSTRAINT "decision_submission_id_submission_id_fk" FOREIGN KEY ("submission_id") REFERENCES "public"."submission"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decision" ADD CONSTRAINT "decision_decided_by_member_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."member"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report" ADD CONSTRAINT "report_document_id_document_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."document"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report" ADD CONSTRAINT "report_updated_by_member_id_fk" FOREIGN KEY ("updated_by") REFERENCES "public"."member"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reservation" ADD CONSTRAINT "reservation_decision_id_decision_id_fk" FOREIGN KEY ("decision_id") REFERENCES "public"."decision"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reservation" ADD CONSTRAINT "reservation_block_id_block_id_fk" FOREIGN KEY ("block_id") REFERENCES "public"."block"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reservation" ADD CONSTRAINT "reservation_met_in_version_id_version_id_fk" FOREIGN KEY ("met_in_version_id") REFERENCES "public"."version"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reservation" ADD CONSTRAINT "reservation_met_by_member_id_fk" FOREIGN KEY ("met_by") REFERENCES "public"."member"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "submission" ADD CONSTRAINT "submission_document_id_document_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."document"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "submission" ADD CONSTRAINT "submission_version_id_version_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."version"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "submission" ADD CONSTRAINT "submission_report_id_report_id_fk" FOREIGN KEY ("report_id") REFERENCES "public"."report"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "submission" ADD CONSTRAINT "submission_submitted_by_member_id_fk" FOREIGN KEY ("submitted_by") REFERENCES "public"."member"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "member_email_once" ON "member" USING btree (lower("email"));--> statement-breakpoint
CREATE INDEX "transition_of_document" ON "transition" USING btree ("document_id","at");--> statement-breakpoint
CREATE INDEX "meeting_of_hearing" ON "meeting" USING btree ("hearing_id");--> statement-breakpoint
CREATE INDEX "rewrite_of_hearing" ON "rewrite" USING btree ("hearing_id");--> statement-breakpoint
CREATE INDEX "comment_of_document" ON "comment" USING btree ("document_id","created_at");--> statement-breakpoint
CREATE INDEX "comment_of_block" ON "comment" USING btree ("block_id","created_at");--> statement-breakpoint
CREATE INDEX "comment_of_parent" ON "comment" USING btree ("parent_id");--> statement-breakpoint
CREATE UNIQUE INDEX "like_of_comment_once" ON "like" USING btree ("comment_id","member_id");--> statement-breakpoint
CREATE UNIQUE INDEX "like_of_block_once" ON "like" USING btree ("block_id","member_id");--> statement-breakpoint
CREATE UNIQUE INDEX "like_of_change_once" ON "like" USING btree ("change_id","member_id");--> statement-breakpoint
CREATE INDEX "moderation_of_comment" ON "moderation" USING btree ("comment_id","at");--> statement-breakpoint
CREATE INDEX "remark_of_meeting" ON "remark" USING btree ("meeting_id");