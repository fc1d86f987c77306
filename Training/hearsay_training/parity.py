"""Writes what PyTorch computes for the first sentences of a CoNLL-U folder, to compare Swift with.

`python -m hearsay_training.parity CHECKPOINT CONLLU_FOLDER OUT.json [SENTENCES]`
"""

import glob
import json
import sys

import torch

from .documents import ud_document
from .network import Network
from .pieces import Pieces
from .windows import Windows

HEADS = ("upos", "xpos", "feats", "lemma", "ner", "attribution", "event", "timex", "sentence", "mention")


def main(checkpoint, folder, out, sentences=200):
    saved = torch.load(checkpoint, map_location="cpu")
    network = Network(saved["config"], {k: len(v) for k, v in saved["labels"].items()})
    network.load_state_dict(saved["network"])
    network.eval()
    pieces = Pieces(saved["vocabulary"])
    rows = []
    for path in sorted(glob.glob(f"{folder}/*.conllu")):
        document = ud_document(path, False)
        document.labels = {}
        windows = Windows([document], pieces, saved["labels"])
        bounds = [i for i, s in enumerate(document.starts) if s] + [len(document.words)]
        for start, end in zip(bounds, bounds[1:]):
            batch = windows.tensors([(document, start, end, None)])
            with torch.no_grad():
                encoded = network.encode(batch["ids"], batch["shapes"], batch["gaps"], batch["mask"])
                w = network.words(encoded, batch["first"])
                scores = {h: network.heads[h](w)[0] for h in HEADS}
                arcs = network.arcs(w)[0]
                arcs[:, 1:].fill_diagonal_(float("-inf"))  # no word is its own head
            n = int(batch["words"].sum())
            rows.append({
                "words": document.words[start:start + n], "gaps": document.gaps[start:start + n],
                "best": {h: s.argmax(-1).tolist() for h, s in scores.items()}, "upos": scores["upos"].tolist(), "arcs": arcs.argmax(-1).tolist()})
            if len(rows) == int(sentences):
                json.dump(rows, open(out, "w"))
                return


if __name__ == "__main__":
    main(*sys.argv[1:5])
