#!/usr/bin/env bash
# Starts a PostgreSQL cluster of its own on a private port, for tests; prints its URL on the last line.
# Usage: scripts/postgres-cluster.sh start DIR [PORT] | stop DIR
# Exit code 3: no PostgreSQL with PostGIS is installed here.
set -euo pipefail

action=${1:?start or stop}
dir=${2:?folder of the cluster}
port=${3:-55432}

# PostgreSQL refuses to run as root.
as_postgres() { if [ "$(id -u)" = 0 ]; then runuser -u postgres -- "$@"; else "$@"; fi; }

# The newest installation that has PostGIS: where Debian puts them, else the one on the path.
find_bin() {
	local bin
	for bin in $(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -rV) "$(dirname "$(command -v initdb || true)")"; do
		if [ -x "$bin/initdb" ] && [ -e "$("$bin/pg_config" --sharedir)/extension/postgis.control" ]; then
			echo "$bin"
			return
		fi
	done
	echo "no PostgreSQL with PostGIS is installed" >&2
	exit 3
}

bin=$(find_bin)
case $action in
start)
	mkdir -p "$dir"
	if [ "$(id -u)" = 0 ]; then chown postgres "$dir"; fi
	if [ ! -s "$dir/data/PG_VERSION" ]; then
		as_postgres "$bin/initdb" -D "$dir/data" -U postgres -A trust -E UTF8 --no-locale >/dev/null
	fi
	# Nothing in a test database has to outlive a power cut.
	as_postgres "$bin/pg_ctl" -D "$dir/data" -w -l "$dir/log" \
		-o "-p $port -c listen_addresses=127.0.0.1 -c unix_socket_directories=$dir -c fsync=off" \
		start >/dev/null || { cat "$dir/log" >&2; exit 1; }
	echo "postgres://postgres@127.0.0.1:$port/postgres"
	;;
stop)
	as_postgres "$bin/pg_ctl" -D "$dir/data" -m fast -w stop >/dev/null
	;;
*)
	echo "start or stop, not $action" >&2
	exit 2
	;;
esac
