CREATE TABLE "watch_acknowledgement" (
	"id" serial PRIMARY KEY NOT NULL,
	"unit_code" text NOT NULL,
	"unit_from" date NOT NULL,
	"track_code" text NOT NULL,
	"direction" text NOT NULL,
	"first_seen" text NOT NULL,
	"acknowledged_in" text NOT NULL,
	"reason" text NOT NULL,
	"written_by" text NOT NULL,
	"written_at" timestamp with time zone DEFAULT now() NOT NULL,
	"demonstration" boolean DEFAULT false NOT NULL,
	CONSTRAINT "watch_acknowledgement_once" UNIQUE("unit_code","unit_from","track_code","direction","first_seen"),
	CONSTRAINT "watch_acknowledgement_reason" CHECK (length(btrim("watch_acknowledgement"."reason")) between 1 and 1000),
	CONSTRAINT "watch_acknowledgement_by" CHECK (length(btrim("watch_acknowledgement"."written_by")) between 1 and 80)
);
--> statement-breakpoint
CREATE TRIGGER mark_demonstration BEFORE INSERT ON "watch_acknowledgement" FOR EACH ROW EXECUTE FUNCTION mark_demonstration();
