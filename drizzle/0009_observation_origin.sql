ALTER TABLE "observation" ADD COLUMN "origin" text DEFAULT 'reported' NOT NULL;--> statement-breakpoint
ALTER TABLE "observation_former" ADD COLUMN "origin" text DEFAULT 'reported' NOT NULL;--> statement-breakpoint
ALTER TABLE "observation" ADD CONSTRAINT "observation_origin" CHECK ("observation"."origin" in ('reported', 'summed', 'estimated'));