CREATE TABLE "remark" (
	"id" serial PRIMARY KEY NOT NULL,
	"unit_code" text NOT NULL,
	"unit_from" date NOT NULL,
	"text" text NOT NULL,
	"written_by" text NOT NULL,
	"written_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "remark_text" CHECK (length(btrim("remark"."text")) between 1 and 4000),
	CONSTRAINT "remark_written_by" CHECK (length(btrim("remark"."written_by")) between 1 and 80)
);
--> statement-breakpoint
CREATE INDEX "remark_unit" ON "remark" USING btree ("unit_code","unit_from");