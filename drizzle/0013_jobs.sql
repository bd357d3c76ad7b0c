CREATE TABLE "job" (
	"id" text PRIMARY KEY NOT NULL,
	"server" text NOT NULL,
	"kind" text NOT NULL,
	"file" text NOT NULL,
	"state" text NOT NULL,
	"failure" text,
	"started_at" timestamp with time zone DEFAULT now() NOT NULL,
	"ended_at" timestamp with time zone
);
