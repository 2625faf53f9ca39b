#!/usr/bin/env bash
# Restores a backup into an empty database and an empty folder of documents: restore.sh <folder of the backup>
exec bash "$(dirname "${BASH_SOURCE[0]}")/clusters.sh" restore "$@"
