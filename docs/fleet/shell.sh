#!/bin/sh
# Shares the fleet among processes with nothing but a shell:
#
#   shell.sh 4
set -eu
shards=${1:?how many}
shard=1
while test "$shard" -le "$shards"; do
  backup-worksheets generate --fleet fleet.yml --jobs 1 --shard "$shard/$shards" &
  shard=$((shard + 1))
done
wait
exec backup-worksheets generate --fleet fleet.yml
