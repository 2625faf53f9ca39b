#!/usr/bin/env bash
# The administrator's commands: backup, restore, verify, digest, first-admin, password and more; without one it tells them all.
# Settings: the environment, else the file CLUSTERS_SETTINGS names, by default /etc/clusters/clusters.env.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)

settings=${CLUSTERS_SETTINGS:-/etc/clusters/clusters.env}
if [ -z "${CLUSTERS_DATA_DIR-}${CLUSTERS_DB_URL-}" ] && [ -r "$settings" ]; then
  set -a
  . "$settings"
  set +a
fi

# From the distribution folder, or from the project after ./mvnw package.
for lib in "$here/../lib" "$here/../../../target/lib"; do
  [ -d "$lib" ] && break
done
exec "${JAVA_HOME:+$JAVA_HOME/bin/}java" -cp "$lib/*" ru.mos.clusters.operations.Main "$@"
