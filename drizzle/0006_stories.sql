CREATE TABLE "story" (
	"id" serial PRIMARY KEY NOT NULL,
	"title" text NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	"slides" jsonb NOT NULL,
	CONSTRAINT "story_title" CHECK (length(btrim("story"."title")) between 1 and 200)
);
