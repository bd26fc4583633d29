#!/bin/sh
# Shares the fleet among processes of this machine, or of others with the same folders (--sshlogin), by GNU parallel:
#
#   gnu-parallel.sh 8
#
# One process with --jobs does the same on one machine.
set -eu
shards=${1:?how many}
seq "$shards" | parallel --will-cite --halt never \
  backup-worksheets generate --fleet fleet.yml --jobs 1 --shard "{}/$shards" || true
# All that could be made is up to date now; the index names what could not. Its code is that of the worst deployment.
exec backup-worksheets generate --fleet fleet.yml
