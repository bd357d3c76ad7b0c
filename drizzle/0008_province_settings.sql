CREATE TABLE "indicator_heading" (
	"indicator_code" text NOT NULL,
	"heading" text NOT NULL,
	CONSTRAINT "indicator_heading_indicator_code_heading_pk" PRIMARY KEY("indicator_code","heading"),
	CONSTRAINT "indicator_heading_text" CHECK (length(btrim("indicator_heading"."heading")) between 1 and 200)
);
--> statement-breakpoint
CREATE TABLE "province_settings" (
	"id" integer PRIMARY KEY NOT NULL,
	"code" text,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"crs" text,
	"calendar" text NOT NULL,
	"demonstration" boolean DEFAULT false NOT NULL,
	CONSTRAINT "province_settings_one_row" CHECK ("province_settings"."id" = 1),
	CONSTRAINT "province_settings_name" CHECK (length(btrim("province_settings"."name")) between 1 and 120),
	CONSTRAINT "province_settings_kind" CHECK ("province_settings"."kind" in ('Tỉnh', 'Thành phố')),
	CONSTRAINT "province_settings_calendar" CHECK ("province_settings"."calendar" in ('calendar', 'reporting'))
);
--> statement-breakpoint
CREATE TABLE "setup_change" (
	"id" serial PRIMARY KEY NOT NULL,
	"changed_by" text NOT NULL,
	"changed_at" timestamp with time zone DEFAULT now() NOT NULL,
	"before" jsonb,
	"after" jsonb NOT NULL
);
--> statement-breakpoint
ALTER TABLE "indicator" ADD COLUMN "due_days" integer DEFAULT 15 NOT NULL;--> statement-breakpoint
ALTER TABLE "track" ADD COLUMN "leading_indicator" text;--> statement-breakpoint
ALTER TABLE "track" ADD COLUMN "position" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "indicator_heading" ADD CONSTRAINT "indicator_heading_indicator_code_indicator_code_fk" FOREIGN KEY ("indicator_code") REFERENCES "public"."indicator"("code") ON DELETE cascade ON UPDATE cascade;--> statement-breakpoint
ALTER TABLE "track" ADD CONSTRAINT "track_leading_indicator_indicator_code_fk" FOREIGN KEY ("leading_indicator") REFERENCES "public"."indicator"("code") ON DELETE set null ON UPDATE cascade;--> statement-breakpoint
UPDATE "track" SET "leading_indicator" = CASE "code" WHEN 'MATUY' THEN 'D03' ELSE 'C01' END
	WHERE EXISTS (SELECT FROM "indicator" WHERE "indicator"."code" = CASE "track"."code" WHEN 'MATUY' THEN 'D03' ELSE 'C01' END);--> statement-breakpoint
INSERT INTO "province_settings" ("id", "name", "kind", "calendar", "demonstration")
	SELECT 1, "province_name", 'Tỉnh', 'calendar', EXISTS (SELECT FROM "source" WHERE "demonstration")
	FROM "data_state" WHERE length(btrim("province_name")) > 0;--> statement-breakpoint
ALTER TABLE "data_state" DROP COLUMN "province_name";--> statement-breakpoint
ALTER TABLE "indicator" ADD CONSTRAINT "indicator_due_days" CHECK ("indicator"."due_days" between 0 and 366);--> statement-breakpoint
DO $$
DECLARE watched text;
BEGIN
	FOREACH watched IN ARRAY ARRAY['indicator_heading', 'province_settings']
	LOOP
		EXECUTE format(
			'CREATE TRIGGER raise_data_version AFTER INSERT OR UPDATE OR DELETE ON %I FOR EACH STATEMENT EXECUTE FUNCTION raise_data_version()',
			watched);
	END LOOP;
END $$;
