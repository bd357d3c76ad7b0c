-- A database and a role with the least rights that the server needs. Run once as the administrator of PostgreSQL:
--
--   psql -v password="'…'" -f postgres-role.sql
--
-- The role owns its database, so that it can bring the schema up to date; it can create neither databases nor roles nor
-- extensions, and reads no files of the server.

create role diaban login nosuperuser nocreatedb nocreaterole noreplication password :password;
create database diaban owner diaban encoding 'UTF8' template template0;
revoke connect on database diaban from public;
grant connect on database diaban to diaban;

\connect diaban
create extension if not exists postgis;
create extension if not exists btree_gist;
revoke create on schema public from public;
grant usage, create on schema public to diaban;
