CREATE TABLE "report_template" (
	"id" integer PRIMARY KEY NOT NULL,
	"file_name" text NOT NULL,
	"body" "bytea" NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "report_template_one_row" CHECK ("report_template"."id" = 1)
);
--> statement-breakpoint
CREATE TABLE "story" (
	"id" serial PRIMARY KEY NOT NULL,
	"title" text NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"slides" jsonb NOT NULL,
	CONSTRAINT "story_title" CHECK (length(btrim("story"."title")) between 1 and 200)
);
