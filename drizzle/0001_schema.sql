CREATE TABLE "boundary_cache" (
	"key" text PRIMARY KEY NOT NULL,
	"content_hash" text NOT NULL,
	"body" "bytea" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "community_model" (
	"code" text PRIMARY KEY NOT NULL,
	"name_vi" text NOT NULL,
	"name_en" text NOT NULL,
	"founded_on" date,
	"retired_on" date,
	"replicated_from" text,
	"source_id" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "data_state" (
	"id" integer PRIMARY KEY NOT NULL,
	"data_version" bigint NOT NULL,
	"demonstration_declined" boolean NOT NULL,
	"province_name" text,
	CONSTRAINT "data_state_one_row" CHECK ("data_state"."id" = 1)
);
--> statement-breakpoint
CREATE TABLE "indicator" (
	"code" text PRIMARY KEY NOT NULL,
	"position" integer NOT NULL,
	"name_vi" text NOT NULL,
	"name_en" text NOT NULL,
	"unit_vi" text NOT NULL,
	"unit_en" text NOT NULL,
	"aggregation" text NOT NULL,
	"periodicity" text NOT NULL,
	"better" text NOT NULL,
	"numerator_code" text,
	"denominator_code" text,
	CONSTRAINT "indicator_aggregation" CHECK ("indicator"."aggregation" in ('sum', 'latest', 'ratio')),
	CONSTRAINT "indicator_periodicity" CHECK ("indicator"."periodicity" in ('month', 'quarter', 'year')),
	CONSTRAINT "indicator_better" CHECK ("indicator"."better" in ('lower', 'higher', 'depends'))
);
--> statement-breakpoint
CREATE TABLE "model_site" (
	"id" serial PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"model_code" text NOT NULL,
	"unit_id" integer NOT NULL,
	"name" text NOT NULL,
	"founded_on" date NOT NULL,
	"retired_on" date,
	"lon" double precision,
	"lat" double precision,
	"teams" integer NOT NULL,
	"replicated_from" text,
	"source_id" integer NOT NULL,
	CONSTRAINT "model_site_code_unique" UNIQUE("code"),
	CONSTRAINT "model_site_dates" CHECK ("model_site"."retired_on" is null or "model_site"."retired_on" >= "model_site"."founded_on"),
	CONSTRAINT "model_site_teams" CHECK ("model_site"."teams" >= 0)
);
--> statement-breakpoint
CREATE TABLE "observation" (
	"unit_id" integer NOT NULL,
	"indicator_code" text NOT NULL,
	"period_start" date NOT NULL,
	"period_end" date NOT NULL,
	"scheme" text NOT NULL,
	"value" double precision NOT NULL,
	"source_id" integer NOT NULL,
	CONSTRAINT "observation_unit_id_indicator_code_scheme_period_start_period_end_pk" PRIMARY KEY("unit_id","indicator_code","scheme","period_start","period_end"),
	CONSTRAINT "observation_period" CHECK ("observation"."period_end" >= "observation"."period_start"),
	CONSTRAINT "observation_scheme" CHECK ("observation"."scheme" in ('calendar', 'reporting')),
	CONSTRAINT "observation_value" CHECK ("observation"."value" >= 0 and "observation"."value" < 'infinity'::float8)
);
--> statement-breakpoint
CREATE TABLE "programme" (
	"code" text PRIMARY KEY NOT NULL,
	"name_vi" text NOT NULL,
	"name_en" text NOT NULL,
	"track_code" text NOT NULL,
	"document" text NOT NULL,
	"starts_on" date NOT NULL,
	"ends_on" date
);
--> statement-breakpoint
CREATE TABLE "source" (
	"id" serial PRIMARY KEY NOT NULL,
	"subject" text NOT NULL,
	"file_name" text NOT NULL,
	"sha256" text NOT NULL,
	"imported_at" timestamp with time zone DEFAULT now() NOT NULL,
	"imported_by" text NOT NULL,
	"demonstration" boolean NOT NULL,
	"sensitivity" text NOT NULL,
	"counts" jsonb NOT NULL,
	"report" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "status_event" (
	"id" serial PRIMARY KEY NOT NULL,
	"unit_id" integer NOT NULL,
	"track_code" text NOT NULL,
	"round" integer NOT NULL,
	"status" text NOT NULL,
	"effective_date" date NOT NULL,
	"document_number" text,
	"document_date" date,
	"signatory" text,
	"note" text,
	"file_sha256" text,
	"exception_reason" text,
	"source_id" integer NOT NULL,
	CONSTRAINT "status_event_once" UNIQUE("unit_id","track_code","round","status","effective_date"),
	CONSTRAINT "status_event_status" CHECK ("status_event"."status" in ('none', 'survey', 'proposed', 'approved', 'active', 'appraisal', 'met', 'not_met', 'exited', 'relapsed', 'succeeded'))
);
--> statement-breakpoint
CREATE TABLE "succession" (
	"id" serial PRIMARY KEY NOT NULL,
	"from_unit_id" integer NOT NULL,
	"to_unit_id" integer NOT NULL,
	"kind" text NOT NULL,
	"population_weight" double precision NOT NULL,
	"area_weight" double precision NOT NULL,
	"effective" date NOT NULL,
	"document" text,
	"source_id" integer NOT NULL,
	CONSTRAINT "succession_once" UNIQUE("from_unit_id","to_unit_id"),
	CONSTRAINT "succession_kind" CHECK ("succession"."kind" in ('whole', 'part', 'parent-change')),
	CONSTRAINT "succession_weights" CHECK ("succession"."population_weight" between 0 and 1 and "succession"."area_weight" between 0 and 1)
);
--> statement-breakpoint
CREATE TABLE "target" (
	"programme_code" text NOT NULL,
	"metric" text NOT NULL,
	"value" double precision NOT NULL,
	CONSTRAINT "target_programme_code_metric_pk" PRIMARY KEY("programme_code","metric")
);
--> statement-breakpoint
CREATE TABLE "track" (
	"code" text PRIMARY KEY NOT NULL,
	"name_vi" text NOT NULL,
	"name_en" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "unit" (
	"id" serial PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"level" text NOT NULL,
	"parent_name" text,
	"valid_from" date NOT NULL,
	"valid_to" date,
	"geom" geometry(MultiPolygon,4326) NOT NULL,
	"label_lon" double precision NOT NULL,
	"label_lat" double precision NOT NULL,
	"area_km2" double precision NOT NULL,
	"source_id" integer NOT NULL,
	CONSTRAINT "unit_level" CHECK ("unit"."level" in ('commune', 'district', 'province')),
	CONSTRAINT "unit_validity" CHECK ("unit"."valid_to" is null or "unit"."valid_to" >= "unit"."valid_from"),
	CONSTRAINT "unit_geom_valid" CHECK (ST_IsValid("unit"."geom") and not ST_IsEmpty("unit"."geom"))
);
--> statement-breakpoint
ALTER TABLE "community_model" ADD CONSTRAINT "community_model_source_id_source_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."source"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "model_site" ADD CONSTRAINT "model_site_model_code_community_model_code_fk" FOREIGN KEY ("model_code") REFERENCES "public"."community_model"("code") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "model_site" ADD CONSTRAINT "model_site_unit_id_unit_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."unit"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "model_site" ADD CONSTRAINT "model_site_source_id_source_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."source"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "observation" ADD CONSTRAINT "observation_unit_id_unit_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."unit"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "observation" ADD CONSTRAINT "observation_indicator_code_indicator_code_fk" FOREIGN KEY ("indicator_code") REFERENCES "public"."indicator"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "observation" ADD CONSTRAINT "observation_source_id_source_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."source"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "programme" ADD CONSTRAINT "programme_track_code_track_code_fk" FOREIGN KEY ("track_code") REFERENCES "public"."track"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "status_event" ADD CONSTRAINT "status_event_unit_id_unit_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."unit"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "status_event" ADD CONSTRAINT "status_event_track_code_track_code_fk" FOREIGN KEY ("track_code") REFERENCES "public"."track"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "status_event" ADD CONSTRAINT "status_event_source_id_source_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."source"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "succession" ADD CONSTRAINT "succession_from_unit_id_unit_id_fk" FOREIGN KEY ("from_unit_id") REFERENCES "public"."unit"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "succession" ADD CONSTRAINT "succession_to_unit_id_unit_id_fk" FOREIGN KEY ("to_unit_id") REFERENCES "public"."unit"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "succession" ADD CONSTRAINT "succession_source_id_source_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."source"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "target" ADD CONSTRAINT "target_programme_code_programme_code_fk" FOREIGN KEY ("programme_code") REFERENCES "public"."programme"("code") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unit" ADD CONSTRAINT "unit_source_id_source_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."source"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "model_site_source" ON "model_site" USING btree ("source_id");--> statement-breakpoint
CREATE INDEX "observation_series" ON "observation" USING btree ("indicator_code","unit_id");--> statement-breakpoint
CREATE INDEX "observation_source" ON "observation" USING btree ("source_id");--> statement-breakpoint
CREATE INDEX "status_event_source" ON "status_event" USING btree ("source_id");--> statement-breakpoint
CREATE INDEX "unit_geom" ON "unit" USING gist ("geom");--> statement-breakpoint
CREATE INDEX "unit_source" ON "unit" USING btree ("source_id");