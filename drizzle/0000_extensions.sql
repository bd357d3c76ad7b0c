-- PostGIS is not a trusted extension: on a server, its administrator creates it once; then this does nothing.
CREATE EXTENSION IF NOT EXISTS postgis;
--> statement-breakpoint
CREATE EXTENSION IF NOT EXISTS btree_gist;
