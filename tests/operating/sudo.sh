#!/bin/sh
# Stands in for sudo: the guide is followed by the superuser.
if [ "$1" = -u ]; then
	user=$2
	shift 2
	exec runuser -u "$user" -- env "$@"
fi
exec env "$@"
