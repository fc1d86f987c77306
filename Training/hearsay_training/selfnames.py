"""Names as an earlier checkpoint of our own network reads them: one label and its probability a word."""

import torch

from .network import Network
from .pieces import Pieces
from .windows import Windows


def load(path):
    saved = torch.load(path, map_location="cpu", weights_only=False)
    network = Network(saved["config"], {k: len(v) for k, v in saved["labels"].items()})
    network.load_state_dict(saved["network"])
    network.eval()
    return network, saved["labels"], Pieces(saved["vocabulary"])


@torch.no_grad()
def name_labels(network, labels, pieces, documents):
    """Yields (document, [(label, probability)]); labels follow legal BIO order."""
    names = labels["ner"]
    legal = torch.zeros(len(names), len(names))
    for i, a in enumerate(names):
        for j, b in enumerate(names):
            if b.startswith("I-") and (a == "O" or a[2:] != b[2:]):
                legal[i, j] = -1e4
    first = torch.tensor([-1e4 if n.startswith("I-") else 0.0 for n in names])
    windows = Windows(documents, pieces, {"ner": names})
    import random
    rng = random.Random(1)
    for d in documents:
        out = []
        for _, start, end, _ in windows.cut(d, rng, size=254):
            rows_ids, rows_shapes, rows_gaps, firsts = [pieces.first], [0], [0], []
            from .pieces import shape
            for w, g in zip(d.words[start:end], d.gaps[start:end]):
                ids = pieces.of(w)
                firsts.append(len(rows_ids))
                rows_ids += ids
                rows_shapes += [shape(w)] * len(ids)
                rows_gaps += [g] + [0] * (len(ids) - 1)
            rows_ids, rows_shapes, rows_gaps = rows_ids[:400] + [pieces.last], rows_shapes[:400] + [0], rows_gaps[:400] + [0]
            t = lambda x: torch.tensor([x])
            encoded = network.encode(t(rows_ids), t(rows_shapes), t(rows_gaps), torch.ones(1, len(rows_ids), dtype=torch.bool))
            vectors = network.words(encoded, t([min(f, 400) for f in firsts]))
            log = torch.log_softmax(network.heads["ner"](vectors)[0].float(), -1)
            score, back = first + log[0], []
            for k in range(1, len(log)):
                best, where = (score.unsqueeze(1) + legal).max(0)
                back.append(where)
                score = best + log[k]
            at = int(score.argmax())
            path = [at]
            for where in reversed(back):
                at = int(where[at])
                path.append(at)
            path.reverse()
            out += [(names[p], float(log[k, p].exp())) for k, p in enumerate(path)]
        yield d, out
