"""Cuts documents into windows as inference sees them, and packs windows into batches of tensors."""

import random

import torch

from .pieces import shape

IGNORE = -100
WINDOW = 256


class Windows:
    def __init__(self, documents, pieces, labels):
        """labels: head name -> list of labels, in the order of their ids."""
        self.documents, self.pieces, self.labels = documents, pieces, labels
        self.index = {name: {label: i for i, label in enumerate(values)} for name, values in labels.items()}
        # In running text without marked sentences, windows begin after a sentence's likely end.
        for d in documents:
            if d.starts is None:
                d.starts = [i == 0 or d.gaps[i] >= 3 or d.words[i - 1] in (".", "!", "?") for i in range(len(d.words))]

    def epoch(self, rng):
        """Windows (document, first word, one past the last, variant) of all documents in random order."""
        windows = []
        for d in self.documents:
            for _ in range(d.repeat):
                windows += self.cut(d, rng)
        rng.shuffle(windows)
        return windows

    def cut(self, d, rng, size=None):
        """Consecutive windows of at most `size` pieces, ending at sentence ends where they can."""
        n, start = len(d.words), 0
        while start < n:
            limit = size or rng.choice((128, 192, 254, 254, 254))
            used, end, last = 2, start, None
            while end < n:
                used += len(self.pieces.of(d.words[end]))
                if used > min(limit, WINDOW):
                    break
                end += 1
                if end < n and d.starts[end]:
                    last = end
            if end < n and last is not None and last > start:
                end = last
            end = max(end, start + 1)
            case = rng.random()
            yield d, start, end, "upper" if case < 0.04 else "lower" if case < 0.05 else "straight" if case < 0.15 else "curly" if case < 0.25 else None
            start = end

    def batches(self, windows, pieces_per_batch):
        """Groups windows of like length."""
        pool = []
        for k in range(0, len(windows), 256):
            part = sorted(windows[k:k + 256], key=lambda w: w[2] - w[1])
            batch, longest = [], 0
            groups = []
            for w in part:
                length = min(WINDOW, 2 + sum(len(self.pieces.of(x)) for x in w[0].words[w[1]:w[2]]))
                longest = max(longest, length)
                if batch and longest * (len(batch) + 1) > pieces_per_batch:
                    groups.append(batch)
                    batch, longest = [], length
                batch.append(w)
            if batch:
                groups.append(batch)
            random.Random(k).shuffle(groups)
            pool += groups
        return pool

    def tensors(self, batch):
        """One dictionary of tensors; word-level tensors are (batch, words)."""
        rows = []
        for d, start, end, variant in batch:
            words = [vary(w, variant) for w in d.words[start:end]]
            ids, shapes, gaps, first = [self.pieces.first], [0], [0], []
            for w, g in zip(words, d.gaps[start:end]):
                word_ids = self.pieces.of(w)
                if len(ids) + len(word_ids) + 1 > WINDOW:
                    break
                first.append(len(ids))
                ids += word_ids
                shapes += [shape(w)] * len(word_ids)
                gaps += [g] + [0] * (len(word_ids) - 1)
            ids.append(self.pieces.last)
            rows.append((ids, shapes + [0], gaps + [0], first))
        longest, most = max(len(r[0]) for r in rows), max(len(r[3]) for r in rows)
        b = len(rows)
        out = {k: torch.zeros(b, longest, dtype=torch.long) for k in ("ids", "shapes", "gaps")}
        out["mask"] = torch.zeros(b, longest, dtype=torch.bool)
        out["first"] = torch.zeros(b, most, dtype=torch.long)
        out["words"] = torch.zeros(b, most, dtype=torch.bool)
        out["sentence_of"] = torch.full((b, most), -1, dtype=torch.long)
        out["heads"] = torch.full((b, most), IGNORE, dtype=torch.long)
        out["rel"] = torch.full((b, most), IGNORE, dtype=torch.long)
        out["links"] = torch.full((b, most), IGNORE, dtype=torch.long)
        out["ner"] = torch.zeros(b, most, len(self.labels["ner"]), dtype=torch.bool)
        targets = {name: torch.full((b, most), IGNORE, dtype=torch.long) for name in self.labels if name not in ("ner", "rel")}
        for i, ((d, start, end, _), (ids, shapes, gaps, first)) in enumerate(zip(batch, rows)):
            n, m = len(ids), len(first)
            out["ids"][i, :n] = torch.tensor(ids)
            out["shapes"][i, :n] = torch.tensor(shapes)
            out["gaps"][i, :n] = torch.tensor(gaps)
            out["mask"][i, :n] = True
            out["first"][i, :m] = torch.tensor(first)
            out["words"][i, :m] = True
            self.fill(out, targets, i, d, start, m)
        out["targets"] = targets
        return out

    def fill(self, out, targets, i, d, start, m):
        sentence = -1
        for k in range(m):
            j = start + k
            if d.starts[j] or k == 0:
                sentence += 1
            out["sentence_of"][i, k] = sentence
            for name, values in d.labels.items():
                value = values[j]
                if name == "lemma":
                    value = d.labels["lemma_script"][j] if "lemma_script" in d.labels else None
                    continue
                if value is not None:
                    target = "lemma" if name == "lemma_script" else name
                    targets[target][i, k] = self.index[target].get(value, IGNORE)
            if d.ner is not None and d.ner[j]:
                for label in d.ner[j]:
                    out["ner"][i, k, self.index["ner"][label]] = True
            if d.heads is not None and d.heads[j] is not None:
                head = d.heads[j]
                if head == -1:
                    out["heads"][i, k] = 0
                elif start <= head < start + m:
                    out["heads"][i, k] = head - start + 1
                out["rel"][i, k] = self.index["rel"].get(d.relations[j], IGNORE) if out["heads"][i, k] != IGNORE else IGNORE
            if d.links is not None and j in d.links and start <= d.links[j] < start + m:
                out["links"][i, k] = d.links[j] - start


def vary(word, variant):
    if variant == "upper":
        return word.upper()
    if variant == "lower":
        return word.lower()
    if variant == "straight":
        return {"“": '"', "”": '"', "‘": "'", "’": "'"}.get(word, word.replace("’", "'"))
    if variant == "curly":
        return word.replace("'", "’")
    return word
