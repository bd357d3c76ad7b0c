#!/usr/bin/env bash
# Starts a PostgreSQL cluster of its own on a private port, for tests; prints its URL on the last line.
# Usage: scripts/postgres-cluster.sh start DIR [PORT] | stop DIR
set -euo pipefail

action=${1:?start or stop}
dir=${2:?folder of the cluster}
port=${3:-55432}
bin=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -n 1)
as_postgres() { if [ "$(id -u)" = 0 ]; then runuser -u postgres -- "$@"; else "$@"; fi; }

case $action in
start)
	mkdir -p "$dir"
	if [ "$(id -u)" = 0 ]; then chown postgres "$dir"; fi
	if [ ! -s "$dir/data/PG_VERSION" ]; then
		as_postgres "$bin/initdb" -D "$dir/data" -U postgres -A trust -E UTF8 --no-locale >/dev/null
	fi
	as_postgres "$bin/pg_ctl" -D "$dir/data" -w -l "$dir/log" \
		-o "-p $port -c listen_addresses=127.0.0.1 -c unix_socket_directories=$dir" start >/dev/null
	echo "postgres://postgres@127.0.0.1:$port/postgres"
	;;
stop)
	as_postgres "$bin/pg_ctl" -D "$dir/data" -m fast -w stop >/dev/null
	;;
esac
