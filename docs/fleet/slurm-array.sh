#!/bin/sh
# Eight tasks share the fleet, on a file system that all nodes have:
#
#   array=$(sbatch --parsable slurm-array.sh)
#   sbatch --dependency=afterany:$array --wrap 'backup-worksheets generate --fleet fleet.yml'     the index
#
#SBATCH --job-name=worksheets
#SBATCH --array=1-8
#SBATCH --cpus-per-task=2
#SBATCH --mem=512M
#SBATCH --time=00:30:00
set -eu
exec srun backup-worksheets generate --fleet fleet.yml --shard auto --jobs "${SLURM_CPUS_PER_TASK:-1}"
