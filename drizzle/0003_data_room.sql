CREATE TABLE "closed_period" (
	"scheme" text NOT NULL,
	"period_start" date NOT NULL,
	"period_end" date NOT NULL,
	"closed_by" text NOT NULL,
	"closed_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "closed_period_scheme_period_start_period_end_pk" PRIMARY KEY("scheme","period_start","period_end"),
	CONSTRAINT "closed_period_order" CHECK ("closed_period"."period_end" >= "closed_period"."period_start")
);
--> statement-breakpoint
CREATE TABLE "column_mapping" (
	"signature" text PRIMARY KEY NOT NULL,
	"roles" jsonb NOT NULL,
	"saved_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "indicator_limit" (
	"part_code" text NOT NULL,
	"whole_code" text NOT NULL,
	CONSTRAINT "indicator_limit_part_code_whole_code_pk" PRIMARY KEY("part_code","whole_code")
);
--> statement-breakpoint
CREATE TABLE "observation_former" (
	"id" serial PRIMARY KEY NOT NULL,
	"unit_id" integer NOT NULL,
	"indicator_code" text NOT NULL,
	"period_start" date NOT NULL,
	"period_end" date NOT NULL,
	"scheme" text NOT NULL,
	"value" double precision NOT NULL,
	"confirmed" boolean NOT NULL,
	"source_id" integer NOT NULL,
	"replaced_by" integer NOT NULL
);
--> statement-breakpoint
-- Derived: made anew when it is next asked for, with its extent.
TRUNCATE "boundary_cache";--> statement-breakpoint
ALTER TABLE "boundary_cache" ADD COLUMN "west" double precision NOT NULL;--> statement-breakpoint
ALTER TABLE "boundary_cache" ADD COLUMN "south" double precision NOT NULL;--> statement-breakpoint
ALTER TABLE "boundary_cache" ADD COLUMN "east" double precision NOT NULL;--> statement-breakpoint
ALTER TABLE "boundary_cache" ADD COLUMN "north" double precision NOT NULL;--> statement-breakpoint
ALTER TABLE "observation" ADD COLUMN "confirmed" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "source" ADD COLUMN "reason" text;--> statement-breakpoint
ALTER TABLE "indicator_limit" ADD CONSTRAINT "indicator_limit_part_code_indicator_code_fk" FOREIGN KEY ("part_code") REFERENCES "public"."indicator"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "indicator_limit" ADD CONSTRAINT "indicator_limit_whole_code_indicator_code_fk" FOREIGN KEY ("whole_code") REFERENCES "public"."indicator"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "observation_former" ADD CONSTRAINT "observation_former_unit_id_unit_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."unit"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "observation_former" ADD CONSTRAINT "observation_former_indicator_code_indicator_code_fk" FOREIGN KEY ("indicator_code") REFERENCES "public"."indicator"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "observation_former" ADD CONSTRAINT "observation_former_source_id_source_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."source"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "observation_former" ADD CONSTRAINT "observation_former_replaced_by_source_id_fk" FOREIGN KEY ("replaced_by") REFERENCES "public"."source"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "observation_former_series" ON "observation_former" USING btree ("unit_id","indicator_code");--> statement-breakpoint
CREATE INDEX "observation_former_source" ON "observation_former" USING btree ("source_id");--> statement-breakpoint
CREATE INDEX "observation_former_replaced_by" ON "observation_former" USING btree ("replaced_by");--> statement-breakpoint
DO $$
DECLARE watched text;
BEGIN
	FOREACH watched IN ARRAY ARRAY['indicator_limit', 'observation_former', 'closed_period']
	LOOP
		EXECUTE format(
			'CREATE TRIGGER raise_data_version AFTER INSERT OR UPDATE OR DELETE ON %I FOR EACH STATEMENT EXECUTE FUNCTION raise_data_version()',
			watched);
	END LOOP;
END $$;
