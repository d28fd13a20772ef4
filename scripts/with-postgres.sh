#!/usr/bin/env bash
# with-postgres.sh COMMAND…: runs it with CAMPUS_TEST_POSTGRES_URL, the address of a PostgreSQL made for it alone.
# The cluster lives in a temporary folder, listens only on a socket there, and is gone afterwards, Ctrl-C included.
set -euo pipefail
. "$(dirname "$0")/env.sh"
[ $# -gt 0 ] || fail "with-postgres.sh needs a command"

# Debian keeps the server's programs out of PATH, one folder a version.
bin=""
for candidate in $(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -Vr) "$(pg_config --bindir 2>/dev/null || true)" \
  "$(dirname "$(command -v initdb || echo /)")"; do
  if [ -x "$candidate/initdb" ] && [ -x "$candidate/pg_ctl" ]; then bin=$candidate; break; fi
done
[ -n "$bin" ] || fail "PostgreSQL is needed for this and was not found (Debian: apt-get install postgresql)"

# PostgreSQL refuses to run as root.
as_owner=()
if [ "$(id -u)" = 0 ]; then
  id postgres >/dev/null 2>&1 || fail "running as root, PostgreSQL needs a user named postgres"
  as_owner=(runuser -u postgres --)
fi

# Not TMPDIR: a socket's path may have 107 characters only, and the owner must be able to reach it.
folder=$(mktemp -d /tmp/campus-postgres.XXXXXX)
finish() {
  status=$?
  trap '' INT TERM
  if [ -e "$folder/data/postmaster.pid" ]; then
    (cd / && "${as_owner[@]}" "$bin/pg_ctl" -D "$folder/data" -m immediate -w stop >/dev/null) || say "PostgreSQL in $folder did not stop"
  fi
  rm -rf "$folder"
  exit "$status"
}
trap finish EXIT
trap 'exit 130' INT
trap 'exit 143' TERM
[ ${#as_owner[@]} = 0 ] || chown postgres "$folder"

# Nothing in it outlives the tests, so nothing needs to reach the disk.
options="-c listen_addresses='' -c unix_socket_directories='$folder' -c max_connections=200"
options+=" -c fsync=off -c synchronous_commit=off -c full_page_writes=off -c timezone=UTC"
if ! (
  cd /
  "${as_owner[@]}" "$bin/initdb" -D "$folder/data" -U postgres -A trust -E UTF8 --locale=C --no-sync
  "${as_owner[@]}" "$bin/pg_ctl" -D "$folder/data" -l "$folder/log" -o "$options" -w -t 60 start
) >"$folder.out" 2>&1; then
  cat "$folder.out" "$folder/log" >&2 2>/dev/null || true
  rm -f "$folder.out"
  fail "PostgreSQL did not start"
fi
rm -f "$folder.out"

export CAMPUS_TEST_POSTGRES_URL="postgres://postgres@localhost/postgres?host=$folder"
# psql lies beside the server where the system does not offer it in PATH.
export PATH="$PATH:$bin"
"$@"
