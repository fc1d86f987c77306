"""Names as an earlier checkpoint of our own network reads them: one label and its probability a word."""

import random

import torch

from .network import Network
from .pieces import Pieces
from .windows import Windows

#: Pieces in one pass of the network, padding included.
PIECES_PER_BATCH = 2048


def load(path):
    saved = torch.load(path, map_location="cpu", weights_only=False)
    network = Network(saved["config"], {k: len(v) for k, v in saved["labels"].items()})
    network.load_state_dict(saved["network"])
    network.eval()
    return network, saved["labels"], Pieces(saved["vocabulary"])


@torch.no_grad()
def name_labels(network, labels, pieces, documents):
    """Pairs (document, [(label, probability)]) of all documents; a word that no window holds has probability 0."""
    names = labels["ner"]
    windows = Windows(documents, pieces, labels)
    rng = random.Random(1)
    told = {id(d): [("O", 0.0)] * len(d.words) for d in documents}
    plain = [(d, start, end, None) for d in documents for d, start, end, _ in windows.cut(d, rng, size=254)]
    for batch in windows.batches(plain, PIECES_PER_BATCH):
        tensors = windows.tensors(batch)
        with torch.autocast("cpu", dtype=torch.bfloat16):
            encoded = network.encode(tensors["ids"], tensors["shapes"], tensors["gaps"], tensors["mask"])
            scores = network.heads["ner"](network.words(encoded, tensors["first"])).float().softmax(-1)
        best, where = scores.max(-1)
        for row, (d, start, _, _) in enumerate(batch):
            for k in range(int(tensors["words"][row].sum())):
                told[id(d)][start + k] = (names[where[row, k]], float(best[row, k]))
    return [(d, legal(told[id(d)])) for d in documents]


def legal(labels):
    """An I that continues nothing begins a name."""
    out, before = [], "O"
    for label, sure in labels:
        if label.startswith("I-") and (before == "O" or before[2:] != label[2:]):
            label = "B" + label[1:]
        out.append((label, sure))
        before = label
    return out
