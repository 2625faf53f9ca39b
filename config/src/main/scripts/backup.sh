#!/usr/bin/env bash
# Backs up database and documents together into a new folder, while the server runs: backup.sh <folder>
exec bash "$(dirname "${BASH_SOURCE[0]}")/clusters.sh" backup "$@"
