ALTER TABLE "closed_period" ADD COLUMN "demonstration" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "column_mapping" ADD COLUMN "demonstration" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "data_state" ADD COLUMN "catalogue_seeded" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "remark" ADD COLUMN "demonstration" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "report_template" ADD COLUMN "demonstration" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "scenario" ADD COLUMN "demonstration" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "story" ADD COLUMN "demonstration" boolean DEFAULT false NOT NULL;--> statement-breakpoint
-- A database of an earlier version has its catalogue: what the province took out of it is not to come back.
UPDATE "data_state" SET "catalogue_seeded" = EXISTS (SELECT FROM "indicator");
--> statement-breakpoint
-- What people make while only demonstration data is loaded belongs to it. The mark is set here, so that no
-- way of making such a row can forget it.
CREATE FUNCTION mark_demonstration() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	NEW.demonstration := EXISTS (SELECT FROM source WHERE source.demonstration);
	RETURN NEW;
END $$;
--> statement-breakpoint
DO $$
DECLARE marked text;
BEGIN
	FOREACH marked IN ARRAY ARRAY['closed_period', 'column_mapping', 'remark', 'report_template', 'scenario', 'story']
	LOOP
		EXECUTE format(
			'UPDATE %I SET demonstration = true WHERE EXISTS (SELECT FROM source WHERE source.demonstration)',
			marked);
		EXECUTE format(
			'CREATE TRIGGER mark_demonstration BEFORE INSERT ON %I FOR EACH ROW EXECUTE FUNCTION mark_demonstration()',
			marked);
	END LOOP;
END $$;
