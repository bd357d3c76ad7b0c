CREATE TABLE "scenario" (
	"id" serial PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"author" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"data_version" integer NOT NULL,
	"month" text NOT NULL,
	"track_code" text NOT NULL,
	"frame" date NOT NULL,
	"inputs" jsonb NOT NULL,
	"outcome" jsonb NOT NULL,
	"decided_by" text,
	"decided_reason" text,
	"decided_at" timestamp with time zone,
	CONSTRAINT "scenario_name" CHECK (length(btrim("scenario"."name")) between 1 and 120),
	CONSTRAINT "scenario_author" CHECK (length(btrim("scenario"."author")) between 1 and 80),
	CONSTRAINT "scenario_decision" CHECK (("scenario"."decided_at" is null) = ("scenario"."decided_by" is null) and ("scenario"."decided_at" is null) = ("scenario"."decided_reason" is null))
);
