"""What trained networks find in texts that nobody coded, as probabilities for another to learn from.

`python -m hearsay_training.soften NEWS.jsonl OUT.npz WEIGHTS-OR-CHECKPOINT…`

Several networks are asked and their probabilities averaged: what they agree on is taught surely, what they doubt as doubtful.
"""

import random
import sys

import numpy as np
import torch
import torch.nn.functional as F

from . import happenings as coding
from .network import Network
from .pieces import Pieces
from .restore import checkpoint as restored

HEADS = ("happening", "mode", "status", "voice")


def opened(path):
    saved = torch.load(path) if path.endswith(".pt") else restored(path)
    network = Network(saved["config"], {k: len(v) for k, v in saved["labels"].items()})
    network.load_state_dict(saved["network"])
    network.eval()
    return network, saved


@torch.no_grad()
def main():
    from .tune import Batches, cut, news_texts
    news, out, paths = sys.argv[1], sys.argv[2], sys.argv[3:]
    torch.set_num_threads(2)
    asked = [opened(p) for p in paths]
    labels = {**{k: v for k, v in asked[0][1]["labels"].items() if k != "incident"}, **coding.LABELS}
    pieces = Pieces(asked[0][1]["vocabulary"])
    batches, found = Batches(pieces, labels), {}
    for number, text in enumerate(news_texts(news, news, labels)):
        parts = {h: [] for h in HEADS}
        for row in cut(text, pieces, random.Random(1), 254):
            batch = batches.tensors([row])
            vectors = [n.words(n.encode(batch["ids"], batch["shapes"], batch["gaps"], batch["mask"]), batch["first"])[0] for n, _ in asked]
            for h in HEADS:
                p = sum(F.softmax(n.heads[h](w), -1) for (n, _), w in zip(asked, vectors)) / len(asked)
                # A word too long for its window has none.
                p = F.pad(p, (0, 0, 0, row[2] - row[1] - p.shape[0]))
                parts[h].append(p)
        for h in HEADS:
            found[f"{text.name}/{h}"] = torch.cat(parts[h]).half().numpy()
        if number % 100 == 0:
            print(number, flush=True)
    np.savez(out, **found)


if __name__ == "__main__":
    main()
