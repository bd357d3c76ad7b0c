-- A code names at most one unit of a level on any day. Both ends of a validity period are included.
ALTER TABLE "unit" ADD CONSTRAINT "unit_no_overlapping_validity"
	EXCLUDE USING gist ("level" WITH =, "code" WITH =, daterange("valid_from", "valid_to", '[]') WITH &&);
--> statement-breakpoint
INSERT INTO "data_state" ("id", "data_version", "demonstration_declined") VALUES (1, 0, false);
--> statement-breakpoint
-- The version lives in the database, so that no way of changing data can forget it.
CREATE FUNCTION raise_data_version() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	UPDATE data_state SET data_version = data_version + 1 WHERE id = 1;
	RETURN NULL;
END $$;
--> statement-breakpoint
DO $$
DECLARE watched text;
BEGIN
	FOREACH watched IN ARRAY ARRAY['source', 'unit', 'succession', 'track', 'programme', 'target',
		'status_event', 'indicator', 'observation', 'community_model', 'model_site']
	LOOP
		EXECUTE format(
			'CREATE TRIGGER raise_data_version AFTER INSERT OR UPDATE OR DELETE ON %I FOR EACH STATEMENT EXECUTE FUNCTION raise_data_version()',
			watched);
	END LOOP;
END $$;
--> statement-breakpoint
-- Compressing coordinates costs more time, at each write and read, than it saves space.
ALTER TABLE "unit" ALTER COLUMN "geom" SET STORAGE EXTERNAL;
