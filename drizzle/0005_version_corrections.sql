ALTER TABLE "draft" ADD COLUMN "corrections" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "version" ADD COLUMN "corrections" jsonb DEFAULT '{}'::jsonb NOT NULL;