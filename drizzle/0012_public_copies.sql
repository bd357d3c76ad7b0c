CREATE TABLE "public_cell" (
	"id" serial PRIMARY KEY NOT NULL,
	"copy_id" integer NOT NULL,
	"indicator_code" text NOT NULL,
	"year" integer NOT NULL,
	"terms" jsonb NOT NULL,
	"state" text NOT NULL,
	CONSTRAINT "public_cell_state" CHECK ("public_cell"."state" in ('hidden', 'shown'))
);
--> statement-breakpoint
CREATE TABLE "public_copy" (
	"id" serial PRIMARY KEY NOT NULL,
	"file" text NOT NULL,
	"made_at" timestamp with time zone DEFAULT now() NOT NULL,
	"data_version" bigint NOT NULL,
	"demonstration" boolean DEFAULT false NOT NULL
);
--> statement-breakpoint
ALTER TABLE "public_cell" ADD CONSTRAINT "public_cell_copy_id_public_copy_id_fk" FOREIGN KEY ("copy_id") REFERENCES "public"."public_copy"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "public_cell" ADD CONSTRAINT "public_cell_indicator_code_indicator_code_fk" FOREIGN KEY ("indicator_code") REFERENCES "public"."indicator"("code") ON DELETE cascade ON UPDATE cascade;--> statement-breakpoint
CREATE INDEX "public_cell_copy" ON "public_cell" USING btree ("copy_id");--> statement-breakpoint
CREATE INDEX "public_cell_year" ON "public_cell" USING btree ("indicator_code","year");--> statement-breakpoint
CREATE TRIGGER mark_demonstration BEFORE INSERT ON "public_copy" FOR EACH ROW EXECUTE FUNCTION mark_demonstration();
