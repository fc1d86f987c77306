"""Makes the tiny model that the unit tests read, and what PyTorch computes with it.

`python -m hearsay_training.tiny ENCODER_FOLDER OUT_FOLDER`: two layers, 32 wide, a vocabulary of the pieces of its own
sentence and the letters; its weights are random with a fixed seed.
"""

import json
import sys

import torch

from .export import export
from .network import Network
from .pieces import Pieces, shape
from .words import words

TEXT = "The military said two drones struck Orva's old bridge at 5 a.m., and “nobody” was hurt."


def main(encoder, out):
    torch.manual_seed(7)
    full = open(f"{encoder}/vocab.txt", encoding="utf-8").read().split("\n")
    known = Pieces(full)
    spans = words(TEXT)
    used = {full[i] for a, b in spans for i in known.of(TEXT[a:b])}
    letters = [c for c in "abcdefghijklmnopqrstuvwxyz0123456789.,'“”"]
    vocabulary = ["[PAD]", "[UNK]", "[CLS]", "[SEP]"] + sorted(used | set(letters) | {"##" + c for c in letters[:26]})
    pieces = Pieces(vocabulary)
    labels = {"upos": ["NOUN", "VERB", "X"], "sentence": ["O", "B"], "rel": ["dep", "nsubj", "root"], "role": ["none", "actor", "place"]}
    config = {"layers": 2, "hidden": 32, "heads": 2, "intermediate": 64, "vocabulary": len(vocabulary), "positions": 64, "windowPieces": 64,
              "arcSize": 16, "relSize": 16, "linkSize": 16, "layerNormEpsilon": 1e-12}
    network = Network(config, {k: len(v) for k, v in labels.items()}).eval()
    for parameter in network.parameters():
        if parameter.dim() > 1:
            torch.nn.init.normal_(parameter, std=0.3)
    rows, ids, shapes, gaps, first, last = [], [pieces.first], [0], [0], [], 0
    for k, (a, b) in enumerate(spans):
        word, gap = TEXT[a:b], 4 if k == 0 else 2 if a > last else 1
        last = b
        word_ids = pieces.of(word)
        rows.append({"text": word, "shape": shape(word), "gap": gap, "pieces": word_ids})
        first.append(len(ids))
        ids += word_ids
        shapes += [shape(word)] * len(word_ids)
        gaps += [gap] + [0] * (len(word_ids) - 1)
    ids.append(pieces.last)
    batch = [torch.tensor([x]) for x in (ids, shapes + [0], gaps + [0])]
    with torch.no_grad():
        encoded = network.encode(*batch, torch.ones(1, len(ids), dtype=torch.bool))
        w = network.words(encoded, torch.tensor([first]))
        scores = {"words": rows, "upos": network.heads["upos"](w)[0].tolist(), "arcs": network.arcs(w)[0].tolist(), "links": network.links(w)[0].tolist(),
                  "roles": network.roles(w[0, :1], w)[0].tolist(), "same": network.same(w[0])[1, 0].item()}
    export({"config": config, "labels": labels, "vocabulary": vocabulary, "network": network.state_dict()}, f"{out}/tiny.weights", True, "tiny", "1")
    json.dump(scores, open(f"{out}/scores.json", "w"), ensure_ascii=False)


if __name__ == "__main__":
    main(*sys.argv[1:3])
