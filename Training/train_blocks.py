"""Learns which runs of text on a page belong to its story: the table `Sources/HearsayText/MainText/BlockModelTable.swift`.

    HEARSAY_PAGE_BLOCKS=blocks.jsonl .build/release/Evaluation pages     # blocks and their values, as the reader sees them
    python Training/train_blocks.py DATA blocks.jsonl                     # cross-validates, then writes the table
    python Training/train_blocks.py DATA blocks.jsonl --no-table          # cross-validates only

Blocks that hold a segment which people marked as wanted or unwanted count fully. The other blocks are labelled where
trafilatura's strict and lenient settings agree, and count little: they keep the model from forgetting what is plain. Folds are
drawn by site, so that no page is judged by a model that has seen its site. Needs scikit-learn and trafilatura.
"""

import argparse
import json
import re
from hashlib import sha256
from urllib.parse import urlparse

import numpy as np
import trafilatura
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.model_selection import GroupKFold

# The weight of a block that no person marked, and the share of those outside the story that is used.
SILVER, SILVER_SHARE = 0.15, 0.25
# The logit from which on the first round takes a block for the story.
FIRST_SURE = -0.6
# How much less sure a block may be on a page that has hardly any text: MainText.doubt.
DOUBT = 1.5
SEED = 0
# Where BlockFeatures.own writes whether a block ends in a colon, and its kind.
COLON, KIND, HEADING = 13, 20, 2
TABLE = "Sources/HearsayText/MainText/BlockModelTable.swift"


def normal(text):
    return re.sub(r"\s+", " ", text).strip()


def seen(text):
    """As the reader writes it: without soft hyphens."""
    return normal(text).replace("\xad", "")


def site(address):
    """The registered name, or nearly: enough to keep pages of one site together."""
    address = re.sub(r"^https?://web\.archive\.org/web/[^/]+/", "", address)
    host = urlparse(address if "://" in address else "http://" + address).netloc.split(":")[0]
    parts = host.split(".")
    return host if len(parts) < 3 else ".".join(parts[-2:] if len(parts[-2]) > 3 else parts[-3:])


class Page:
    """A page's blocks and what is known of them: `label` 1 for the story, 0 for beside it, -1 for unknown."""

    def __init__(self, line, marked, folder):
        self.address, self.texts, self.title = line["url"], line["texts"], normal(line["title"])
        self.values = np.array(line["values"], dtype=np.float32).reshape(len(self.texts), -1)
        self.beside = np.array(line["besides"], dtype=bool)
        self.marked = marked[self.address]
        self.site = site(self.address)
        raw = open(f"{folder}/html/{self.marked['file']}", "rb").read()
        self.strict, self.usual, self.lenient = (
            self.peer(raw, **setting) for setting in ({"favor_precision": True}, {}, {"favor_recall": True})
        )
        self.learn(self.strict, self.lenient)

    def peer(self, raw, **setting):
        """Which blocks trafilatura takes for the story."""
        text = seen(trafilatura.extract(raw, include_comments=False, include_tables=True, **setting) or "")
        return np.array([all(cell[:200] in text for cell in block.split(" | ")) for block in self.texts], dtype=bool)

    def learn(self, one, other):
        """Labels what two opinions agree on, then what people marked."""
        self.label = np.where(one == other, one.astype(int), -1) if len(self.texts) else np.zeros(0, int)
        for i, text in enumerate(self.texts):
            if len(text) < 4 or text == self.title:
                self.label[i] = -1
        self.weight = np.where(self.label >= 0, SILVER, 0.0)
        self.gold()

    def gold(self):
        for key, wanted in (("without", 0), ("comments", 0), ("with", 1)):
            for segment in map(seen, self.marked.get(key) or []):
                if not segment or key == "comments" and len(segment) < 15:
                    continue
                places = self.places(segment)
                for i in [i for place in places for i in place]:
                    # Of several copies of a wanted segment only those may count that look like the story.
                    if wanted and len(places) > 1 and self.label[i] == 0 and self.weight[i] < 1:
                        if any(self.label[j] == 1 for place in places for j in place):
                            continue
                    self.label[i], self.weight[i] = wanted, 1 / len(places) if wanted else 1

    def places(self, segment):
        """The blocks that a segment stands in, for each of its copies."""
        inside = [[i] for i, text in enumerate(self.texts) if segment in text]
        if inside:
            return inside
        at, found = 0, []
        start = " ".join(self.texts).find(segment)
        for i, text in enumerate(self.texts):
            if start >= 0 and at < start + len(segment) and at + len(text) > start:
                found.append(i)
            at += len(text) + 1
        return [found] if found else []

    def text(self, keep):
        keep = list(keep & ~self.beside)
        for i in range(len(keep) - 1, -1, -1):
            # What only leads to something is not told without it.
            leads = self.values[i][COLON] or self.values[i][KIND] == HEADING
            if keep[i] and leads and len(self.texts[i].encode()) <= 120:
                keep[i] = i + 1 < len(keep) and keep[i + 1]
        said, out = set(), []
        for text, kept in zip(self.texts, keep):
            if not kept or text == self.title or len(text) >= 60 and text in said:
                continue
            said.add(text)
            out.append(text)
        return " ".join(out)

    def count(self, keep):
        text = self.text(keep)
        found = sum(normal(s) in text for s in self.marked["with"])
        wrong = sum(normal(s) in text for s in self.marked["without"])
        return np.array([found, wrong, len(self.marked["with"]) - found])


def fit(pages):
    draw = np.random.RandomState(SEED)
    values, labels, weights = [], [], []
    for page in pages:
        plain = (page.label == 0) & (page.weight < 1)
        used = (page.label >= 0) & ~(plain & (draw.rand(len(page.label)) > SILVER_SHARE))
        values.append(page.values[used])
        labels.append(page.label[used])
        weights.append(np.where(plain, page.weight / SILVER_SHARE, page.weight)[used])
    model = HistGradientBoostingClassifier(
        max_iter=200, learning_rate=0.08, max_leaf_nodes=7, min_samples_leaf=30, l2_regularization=5.0,
        max_features=0.3, random_state=SEED,
    )
    return model.fit(np.concatenate(values), np.concatenate(labels), sample_weight=np.concatenate(weights))


def learned(pages, folds):
    """A model of two rounds: the first learns from where trafilatura's settings agree, the second from where its usual
    setting and the first agree. What the first says of a page it says without having seen its site."""
    for page in pages:
        page.learn(page.strict, page.lenient)
    first = judged(pages, folds, fit)
    for page, score in zip(pages, first):
        page.learn(page.usual, score > FIRST_SURE)
    return fit(pages)


def judged(pages, folds, learn):
    """What models say of each page that were made without its site."""
    scores = [None] * len(pages)
    split = GroupKFold(n_splits=folds, shuffle=True, random_state=0)
    for known, new in split.split(pages, groups=[page.site for page in pages]):
        model = learn([pages[i] for i in known])
        for i in new:
            scores[i] = model.decision_function(pages[i].values) if pages[i].texts else np.zeros(0)
    return scores


def f1(counts):
    found, wrong, missed = counts
    return 2 * found / (2 * found + wrong + missed)


def exits(model, sure, pages):
    """After how many trees which blocks are given up: those that lie lower than all but one in a thousand of the
    blocks that come near the story in the end."""
    values = np.concatenate([page.values for page in pages])
    stages = list(model.staged_decision_function(values))
    near = stages[-1].ravel() >= sure - DOUBT
    for trees in (12, 24, 48, 96):
        yield trees, np.quantile(stages[trees - 1].ravel()[near], 0.001) - 0.05


def table(model, sure, pages):
    """The table in Swift: a line a tree, nodes in preorder."""
    lines = [f"bias {round(model._baseline_prediction.ravel()[0] * 1000)}"]
    lines += [f"exit {trees} {round(limit * 1000)}" for trees, limit in exits(model, sure, pages)]
    for (tree,) in model._predictors:
        words, waiting = [], [0]
        while waiting:
            node = tree.nodes[waiting.pop()]
            if node["is_leaf"]:
                words.append(f"={round(node['value'] * 1000)}")
            else:
                limit = int(np.floor(np.clip(node["num_threshold"], -32768, 32767)))
                words.append(f"{node['feature_idx']}:{limit}")
                waiting += [node["right"], node["left"]]
        lines.append(" ".join(words))
    body = "".join(f"    {line}\n" for line in lines)
    return (
        "// Made by Training/train_blocks.py from the pages and marked segments of trafilatura's evaluation (annotations Apache-2.0).\n\n/// The trees of ``BlockModel``, one a line.\nenum BlockModelTable {\n"
        f"  /// See ``MainText/sure``.\n  static let sure = {round(sure * 1000)}\n\n"
        f'  static let trees: StaticString = """\n{body}    """\n}}\n'
    )


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("data")
    parser.add_argument("blocks")
    parser.add_argument("--folds", type=int, default=5)
    parser.add_argument("--no-table", action="store_true")
    parser.add_argument("--scores", help="write what the cross-validated models say of each block")
    arguments = parser.parse_args()
    folder = f"{arguments.data}/pages"
    marked = json.load(open(f"{folder}/evaldata.json", encoding="utf-8"))
    pages = [Page(json.loads(line), marked, folder) for line in open(arguments.blocks, encoding="utf-8")]
    scores = judged(pages, arguments.folds, lambda known: learned(known, 3))
    limits = np.arange(-1.6, 0.61, 0.2)
    tried = [sum(page.count(score >= sure) for page, score in zip(pages, scores)) for sure in limits]
    # The limit in the middle of the best five, which one lucky segment does not decide.
    smooth = [np.mean([f1(counts) for counts in tried[i - 2 : i + 3]]) for i in range(2, len(tried) - 2)]
    best = limits[2 + int(np.argmax(smooth))]
    for sure, (found, wrong, missed) in zip(limits, tried):
        counts = (found, wrong, missed)
        print(f"logit {sure:.1f}: F1 {f1(counts):.4f} P {found / (found + wrong):.4f} R {found / (found + missed):.4f}")
    print(f"taken: {best:.1f}")
    for half in (0, 1):
        part = [i for i, page in enumerate(pages) if sha256(page.address.encode()).digest()[-1] % 2 == half]
        print(f"half {half}: F1 {f1(sum(pages[i].count(scores[i] >= best) for i in part)):.4f}")
    if arguments.scores:
        json.dump({page.address: score.tolist() for page, score in zip(pages, scores)}, open(arguments.scores, "w"))
    if not arguments.no_table:
        text = table(learned(pages, arguments.folds), best, pages)
        open(TABLE, "w", encoding="utf-8").write(text)


if __name__ == "__main__":
    main()
