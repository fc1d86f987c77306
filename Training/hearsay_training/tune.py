"""Teaches a trained network to read happenings beside what it knows; resumable.

`python -m hearsay_training.tune BEGIN.weights SYNTAX.jsonl SPEAKERS.jsonl REHEARSAL.pkl.xz CODED EXAM WORK --minutes 90 --invented … --news …`

BEGIN        the weights that the run begins with
SYNTAX       the coded reports as `hearsay annotate -f json --model BEGIN.weights` prints them: labels where the coders gave none
SPEAKERS     the same by weights that know attributions on all kinds of text: the teacher of attributions on the coded reports
REHEARSAL    the documents of the earlier tasks (words, gaps, label ids), rehearsed so that nothing is unlearned
NEWS         two files as SYNTAX and SPEAKERS of news that nobody coded, so that attributions are known on all kinds of text
CODED        the folder of reports coded by hand; EXAM the folder with their parser

The learning rate follows the share of the time that is spent, so that a run ends annealed on any machine.
"""

import argparse
import collections
import json
import lzma
import os
import pickle
import random
import sys
import time

import numpy as np
import torch
import torch.nn.functional as F

from . import happenings as coding
from .documents import from_text
from .network import Network
from .pieces import Pieces, shape
from .restore import checkpoint as restored
from .train import WEIGHTS
from .windows import IGNORE, WINDOW, vary

ENCODER_RATE, HEAD_RATE, WARM_UP = 1.4e-4, 1.2e-3, 0.04
#: Shares of batches: the earlier tasks on their own texts; invented texts and news that nobody coded, where there are any.
SHARES = (0.26, 0.12, 0.12)
BATCH_PIECES = 2048
#: What words without a happening weigh, so that few are passed over.
PLAIN_WORD, PLAIN_PAIR = 0.6, 0.4
NEW = {"happening": 1.0, "mode": 0.25, "status": 0.35, "voice": 0.35, "role": 1.5, "same": 0.35}
#: The teachers' labels on the coded reports count for less than gold.
TAUGHT = 0.35
#: How much of the averaged weights is kept each time that the present ones are added, every fourth step.
AVERAGED = 0.997


class Text:
    """One document as label ids; `coded` where it was coded for happenings."""

    def __init__(self, words, gaps, layers, ner=None, heads=None, rel=None, links=None, starts=None, repeat=1, coded=None, name=None):
        self.name = name
        self.words, self.gaps, self.layers, self.ner = words, gaps, layers, ner
        self.heads, self.rel, self.links, self.repeat, self.coded = heads, rel, links, repeat, coded
        #: Head -> (words, labels) of probabilities to learn from, of texts that nobody coded.
        self.soft = {}
        self.starts = starts or [i == 0 or gaps[i] >= 3 or words[i - 1] in (".", "!", "?") for i in range(len(words))]


def cut(text, pieces, rng, size=None):
    n, start = len(text.words), 0
    while start < n:
        limit = size or rng.choice((128, 192, 254, 254, 254))
        used, end, last = 2, start, None
        while end < n:
            used += len(pieces.of(text.words[end]))
            if used > limit:
                break
            end += 1
            if end < n and text.starts[end]:
                last = end
        if end < n and last is not None and last > start:
            end = last
        end = max(end, start + 1)
        yield text, start, end
        start = end


class Batches:
    def __init__(self, pieces, labels):
        self.pieces, self.labels = pieces, labels
        self.word_heads = [k for k in labels if k not in ("ner", "rel", "role")]

    def tensors(self, rows, rng=None):
        encoded = []
        for text, start, end in rows:
            r = rng.random() if rng else 1
            variant = "upper" if r < 0.04 else "lower" if r < 0.05 else "straight" if r < 0.15 else "curly" if r < 0.25 else None
            ids, shapes, gaps, first = [self.pieces.first], [0], [0], []
            for word, gap in zip(text.words[start:end], text.gaps[start:end]):
                word = vary(word, variant) if variant else word
                own = self.pieces.of(word)
                if len(ids) + len(own) + 1 > WINDOW:
                    break
                first.append(len(ids))
                ids += own
                shapes += [shape(word)] * len(own)
                gaps += [gap] + [0] * (len(own) - 1)
            encoded.append((ids + [self.pieces.last], shapes + [0], gaps + [0], first))
        b, n, m = len(rows), max(len(e[0]) for e in encoded), max(len(e[3]) for e in encoded)
        out = {k: torch.zeros(b, n, dtype=torch.long) for k in ("ids", "shapes", "gaps")}
        out["mask"] = torch.zeros(b, n, dtype=torch.bool)
        out["first"] = torch.zeros(b, m, dtype=torch.long)
        out["words"] = torch.zeros(b, m, dtype=torch.bool)
        out["sentence_of"] = torch.full((b, m), -1, dtype=torch.long)
        for k in ("heads", "rel", "links"):
            out[k] = torch.full((b, m), IGNORE, dtype=torch.long)
        out["ner"] = torch.zeros(b, m, dtype=torch.long)
        targets = {k: torch.full((b, m), IGNORE, dtype=torch.long) for k in self.word_heads}
        soft = {}
        triggers = []
        for i, ((text, start, end), (ids, shapes, gaps, first)) in enumerate(zip(rows, encoded)):
            k, w = len(ids), len(first)
            out["ids"][i, :k], out["shapes"][i, :k], out["gaps"][i, :k] = torch.tensor(ids), torch.tensor(shapes), torch.tensor(gaps)
            out["mask"][i, :k] = True
            out["first"][i, :w] = torch.tensor(first)
            out["words"][i, :w] = True
            stop = start + w
            for name, values in text.layers.items():
                targets[name][i, :w] = torch.tensor(values[start:stop])
            for name, values in text.soft.items():
                soft.setdefault(name, torch.zeros(b, m, values.shape[1]))[i, :w] = torch.tensor(values[start:stop], dtype=torch.float32)
            if text.ner is not None:
                out["ner"][i, :w] = torch.tensor(text.ner[start:stop])
            begins = torch.tensor(text.starts[start:stop])
            begins[0] = True
            out["sentence_of"][i, :w] = torch.cumsum(begins, 0) - 1
            if text.heads is not None:
                for j in range(w):
                    head = text.heads[start + j]
                    if head is None:
                        continue
                    if head == -1:
                        out["heads"][i, j] = 0
                    elif start <= head < stop:
                        out["heads"][i, j] = head - start + 1
                    else:
                        continue
                    out["rel"][i, j] = text.rel[start + j]
            if text.links:
                for j in range(w):
                    cue = text.links.get(start + j)
                    if cue is not None and start <= cue < stop:
                        out["links"][i, j] = cue - start
            if text.coded:
                triggers += [(i, word - start, happening, text, start, stop) for word, happening in text.coded.mentions if start <= word < stop]
        out["targets"], out["triggers"], out["soft"] = targets, triggers, soft
        return out


def losses(network, batch):
    """Head -> (loss summed, weight of what it was summed over)."""
    encoded = network.encode(batch["ids"], batch["shapes"], batch["gaps"], batch["mask"])
    w = network.dropout(network.words(encoded, batch["first"]))
    out, flat = {}, w.reshape(-1, w.shape[-1])
    for name, target in batch["targets"].items():
        target = target.reshape(-1)
        chosen = target != IGNORE
        if chosen.any():
            weight = None
            if name == "happening":
                weight = torch.ones(network.heads[name].out_features)
                weight[0] = PLAIN_WORD
            out[name] = (F.cross_entropy(network.heads[name](flat[chosen]), target[chosen], weight=weight, reduction="sum"), int(chosen.sum()))
    if batch["soft"]:
        told = 1 - batch["soft"]["happening"][..., 0].reshape(-1)
        for name, target in batch["soft"].items():
            target = target.reshape(-1, target.shape[-1])
            chosen = target.sum(-1) > 0.5
            # How and whether something happened is asked only of what is thought to happen.
            share = told if name != "happening" else torch.where(told > 0.5, 1.0, PLAIN_WORD)
            if name != "happening":
                chosen = chosen & (told > 0.3)
            if chosen.any():
                log = F.log_softmax(network.heads[name](flat[chosen]), -1)
                out[name + "~"] = (-((target[chosen] * log).sum(-1) * share[chosen]).sum(), int(chosen.sum()))
    ner = batch["ner"].reshape(-1)
    chosen = ner != 0
    if chosen.any():
        bits = ((ner[chosen, None] >> torch.arange(network.heads["ner"].out_features)) & 1).bool()
        log = F.log_softmax(network.heads["ner"](flat[chosen]), -1)
        out["ner"] = (-torch.logsumexp(log.masked_fill(~bits, -1e9), -1).sum(), int(chosen.sum()))
    if (batch["heads"] != IGNORE).any():
        rows = (batch["heads"] != IGNORE).any(-1)
        v, heads, sentence = w[rows], batch["heads"][rows], batch["sentence_of"][rows]
        known = heads != IGNORE
        scores = network.arcs(v).masked_fill(~allowed(sentence), -1e4)
        out["arc"] = (F.cross_entropy(scores[known], heads[known], reduction="sum"), int(known.sum()))
        known = known & (batch["rel"][rows] != IGNORE)
        logits = network.rels(v[known], governors(network, v, heads)[known])
        out["rel"] = (F.cross_entropy(logits, batch["rel"][rows][known], reduction="sum"), int(known.sum()))
    if (batch["links"] != IGNORE).any():
        rows = (batch["links"] != IGNORE).any(-1)
        links = batch["links"][rows]
        scores = network.links(w[rows]).masked_fill(~batch["words"][rows].unsqueeze(1), -1e4)
        known = links != IGNORE
        out["link"] = (F.cross_entropy(scores[known], links[known], reduction="sum"), int(known.sum()))
    if batch["triggers"]:
        out.update(pair_losses(network, w, batch))
    return out


def allowed(sentence):
    same = sentence.unsqueeze(2) == sentence.unsqueeze(1)
    same = same & ~torch.eye(same.shape[1], dtype=torch.bool)
    return torch.cat([torch.ones_like(same[:, :, :1]), same], 2)


def governors(network, w, heads):
    with_root = torch.cat([network.arc_root.expand(w.shape[0], 1, -1), w], 1)
    return with_root.gather(1, heads.clamp(min=0).unsqueeze(-1).expand(-1, -1, w.shape[-1]))


def role_targets(batch, triggers):
    """(triggers, words) of role ids."""
    target = torch.zeros(len(triggers), batch["words"].shape[1], dtype=torch.long)
    mouth = coding.ROLES.index("mouth")
    for k, (i, word, happening, text, start, stop) in enumerate(triggers):
        target[k, ~batch["words"][i]] = IGNORE
        for u in text.coded.unsure[happening]:
            if start <= u < stop:
                target[k, u - start] = IGNORE
        for r, role in text.coded.roles[happening].items():
            if start <= r < stop:
                target[k, r - start] = role
        for s in text.coded.mouths.get(start + word, ()):
            if start <= s < stop and target[k, s - start] <= 0:
                target[k, s - start] = mouth
    return target


def pair_losses(network, w, batch):
    triggers = batch["triggers"]
    rows, words = torch.tensor([t[0] for t in triggers]), torch.tensor([t[1] for t in triggers])
    told = w[rows, words]
    target = role_targets(batch, triggers)
    weight = torch.ones(len(coding.ROLES))
    weight[0] = PLAIN_PAIR
    scores = network.roles(told, w[rows])
    out = {"role": (F.cross_entropy(scores.transpose(1, 2), target, weight=weight, ignore_index=IGNORE, reduction="sum"), int((target > 0).sum()) * 12)}
    texts = [id(t[3]) for t in triggers]
    place = [t[4] + t[1] for t in triggers]
    use = torch.tensor([[a == b and x > y for b, y in zip(texts, place)] for a, x in zip(texts, place)])
    if use.any():
        one = torch.tensor([[t[2] == u[2] for u in triggers] for t in triggers]).float()
        scores = F.binary_cross_entropy_with_logits(network.same(told), one, reduction="none")
        out["same"] = (scores[use].sum(), int(use.sum()))
    return out


def spans_to_words(spans, text):
    """Runs of words of spans in code points."""
    for span in spans:
        run = [i for i, (a, b) in enumerate(text.spans) if a < span["end"] and span["start"] < b]
        if run:
            yield run


def pages(path):
    """Name of a text -> its annotation."""
    return {os.path.basename(p["name"])[:-4]: p for p in map(json.loads, open(path, encoding="utf-8"))}


class Averaged:
    """The mean of a network's weights over its last steps, which is surer than any of them."""

    def __init__(self, network, decay):
        self.decay, self.steps = decay, 0
        self.state = {k: v.detach().clone() for k, v in network.state_dict().items()}

    @torch.no_grad()
    def add(self, network):
        self.steps += 1
        decay = min(self.decay, (1 + self.steps) / (10 + self.steps))
        for k, v in network.state_dict().items():
            if v.dtype.is_floating_point:
                self.state[k].lerp_(v, 1 - decay)


def news_texts(syntax, speakers, labels):
    """Texts that nobody coded, labelled by the two teachers."""
    texts = []
    for name, page in pages(syntax).items():
        document, _ = from_text(name, page["text"])
        texts.append(Text(document.words, document.gaps, {}, name=name))
    teach(texts, syntax, speakers, labels)
    return texts


def teach(texts, syntax, speakers, labels):
    """Labels of the program's own annotations of the texts (`hearsay annotate -f json`, a line a text).

    `syntax` is read with the weights that the run begins with and gives all but attributions; those come from `speakers`.
    """
    index = {name: {label: i for i, label in enumerate(values)} for name, values in labels.items()}

    layers, heard = pages(syntax), pages(speakers)
    for text in texts:
        n, page = len(text.words), layers[text.name]
        words = [w for s in page["sentences"] for w in s["words"]]
        assert [w["form"] for w in words] == text.words, text.name
        text.spans = [(w["span"]["start"], w["span"]["end"]) for w in words]
        for name in ("upos", "xpos", "feats"):
            text.layers[name] = [index[name].get(w[name], IGNORE) for w in words]
        text.layers["mention"] = [index["mention"].get(w.get("mention", "O"), IGNORE) for w in words]
        text.layers["sentence"] = [0] * n
        text.heads, text.rel, base = [None] * n, [IGNORE] * n, 0
        for sentence in page["sentences"]:
            text.layers["sentence"][base] = index["sentence"]["B"]
            for k, w in enumerate(sentence["words"]):
                text.heads[base + k] = -1 if w["head"] == 0 else base + w["head"] - 1
                text.rel[base + k] = index["rel"].get(w["deprel"], IGNORE)
                text.starts[base + k] = k == 0
            base += len(sentence["words"])
        text.ner = [1 << index["ner"]["O"]] * n
        text.layers["timex"] = [index["timex"]["O"]] * n
        for name in page["names"]:
            for run in spans_to_words([name["span"]], text):
                for k, w in enumerate(run):
                    text.ner[w] = 1 << index["ner"][("I-" if k else "B-") + name["type"]]
        for timex in page["times"]:
            for run in spans_to_words([timex["span"]], text):
                for k, w in enumerate(run):
                    text.layers["timex"][w] = index["timex"][("I-" if k else "B-") + timex["type"]]
        tags, text.links = [0] * n, {}
        for attribution in heard[text.name]["attributions"]:
            runs = {role: list(spans_to_words(attribution[role], text)) for role in ("source", "cue", "content")}
            for role, found in runs.items():
                for run in found:
                    for k, w in enumerate(run):
                        tags[w] = index["attribution"][("I-" if k else "B-") + role.upper()]
                    if role != "cue" and runs["cue"]:
                        text.links[run[0]] = runs["cue"][0][0]
        # Where the coder hears a mouth and the teacher hears none, nothing is taught.
        sentence = torch.cumsum(torch.tensor(text.starts), 0).tolist()
        silent = {sentence[w] for w in (text.coded.spoken if text.coded else ()) if tags[w] == 0}
        text.layers["attribution"] = [IGNORE if sentence[w] in silent else tags[w] for w in range(n)]


@torch.no_grad()
def evaluate(network, texts, batches, labels):
    """Figures on gold words, windows by themselves: to see a run's progress, no more."""
    network.eval()
    c = collections.Counter()
    for text in texts:
        for row in cut(text, batches.pieces, random.Random(1), 254):
            batch = batches.tensors([row])
            w = network.words(network.encode(batch["ids"], batch["shapes"], batch["gaps"], batch["mask"]), batch["first"])
            got = network.heads["happening"](w)[0].argmax(-1)
            gold = batch["targets"]["happening"][0]
            c["found"] += int(((got > 0) & (gold > 0)).sum())
            c["typed"] += int(((got == gold) & (gold > 0)).sum())
            c["got"] += int((got > 0).sum())
            c["gold"] += int((gold > 0).sum())
            for name in ("status", "voice", "mode"):
                t = batch["targets"][name][0]
                known = t != IGNORE
                c[name] += int((network.heads[name](w)[0].argmax(-1)[known] == t[known]).sum())
            c["told"] += int(known.sum())
            triggers = batch["triggers"]
            if not triggers:
                continue
            at = torch.tensor([t[1] for t in triggers])
            target = role_targets(batch, triggers)
            role = network.roles(w[0, at], w[torch.zeros_like(at)]).argmax(-1)
            for r, name in enumerate(coding.ROLES[1:], 1):
                c[name + "+"] += int(((role == r) & (target == r)).sum())
                c[name + "p"] += int(((role == r) & (target != IGNORE)).sum())
                c[name + "g"] += int((target == r).sum())
            same = network.same(w[0, at]) > 0
            for k, t in enumerate(triggers):
                for j in range(k):
                    one = t[2] == triggers[j][2]
                    c["same+"] += one and bool(same[k, j])
                    c["samep"] += bool(same[k, j])
                    c["sameg"] += one
    network.train()
    f = lambda tp, p, g: round(2 * tp / max(p + g, 1), 3)
    out = {"found": f(c["found"], c["got"], c["gold"]), "typed": f(c["typed"], c["got"], c["gold"])}
    out.update({k: round(c[k] / max(c["told"], 1), 3) for k in ("status", "voice", "mode")})
    out.update({k: f(c[k + "+"], c[k + "p"], c[k + "g"]) for k in coding.ROLES[1:] + ["same"]})
    return out


def coded_text(report, labels):
    index = {name: {label: i for i, label in enumerate(values)} for name, values in labels.items()}
    d = report.document
    layers = {name: [IGNORE if v is None else index[name][v] for v in values] for name, values in d.labels.items()}
    return Text(d.words, d.gaps, layers, coded=report, name=d.name)


def rehearsal_texts(path, skip=()):
    documents = pickle.load(lzma.open(path))
    return [
        Text(d["words"], d["gaps"], {k: v for k, v in d["layers"].items() if k not in skip}, d["ner"], d["heads"], d["rel"], d["links"], d["starts"], d["repeat"])
        for d in documents["labelled"]]


class Invented:
    """Invented texts, anew in each epoch a few beside each other as paragraphs of one text, since alone they are too short."""

    def __init__(self, paths, labels):
        index = {name: {label: i for i, label in enumerate(values)} for name, values in labels.items()}
        self.texts = [
            (words, gaps, {k: [IGNORE if v is None else index[k][v] for v in values] for k, values in layers.items()})
            for path in paths for words, gaps, layers in coding.invented(path)]

    def epoch(self, rng):
        order = list(self.texts)
        rng.shuffle(order)
        while order:
            group = [order.pop() for _ in range(min(len(order), rng.choice((1, 1, 2, 4, 6, 8))))]
            layers = {k: [v for t in group for v in t[2][k]] for k in group[0][2]}
            yield Text([w for t in group for w in t[0]], [g for t in group for g in [4] + t[1][1:]], layers)


def grouped(rows, pieces, shuffled):
    """Windows in batches of like length, or in their order (windows of one report stay together)."""
    sized = [(min(WINDOW, 2 + sum(len(pieces.of(x)) for x in r[0].words[r[1]:r[2]])), r) for r in rows]
    if shuffled:
        sized.sort(key=lambda s: s[0])
    batch, longest = [], 0
    for length, row in sized:
        if batch and max(longest, length) * (len(batch) + 1) > BATCH_PIECES:
            yield batch
            batch, longest = [], 0
        batch.append(row)
        longest = max(longest, length)
    if batch:
        yield batch


def endless(texts, pieces, rng, together):
    while True:
        order = [t for t in texts for _ in range(t.repeat)]
        rng.shuffle(order)
        if together:
            yield from grouped((r for t in order for r in cut(t, pieces, rng)), pieces, False)
        else:
            for k in range(0, len(order), 64):
                group = list(grouped([r for t in order[k:k + 64] for r in cut(t, pieces, rng)], pieces, True))
                rng.shuffle(group)
                yield from group


def main():
    parser = argparse.ArgumentParser()
    for name in ("begin", "syntax", "speakers", "rehearsal", "coded", "exam", "work"):
        parser.add_argument(name)
    parser.add_argument("--minutes", type=float, default=90)
    parser.add_argument("--invented", nargs="*", default=[], help="files of invented texts, coded for what happened and what did not")
    parser.add_argument("--news", nargs=2, default=[], help="annotations of news that nobody coded, by the two teachers")
    parser.add_argument("--soft", help="probabilities of happenings in the news, by `hearsay_training.soften`")
    parser.add_argument("--rate", type=float, default=1, help="multiplies the learning rates: below one where BEGIN has learned happenings already")
    parser.add_argument("--shares", nargs=3, type=float, default=SHARES, metavar=("REHEARSAL", "INVENTED", "NEWS"),
                        help="shares of batches; a network that only reads happenings needs little of what was learned before")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--seed", type=int, default=20261127)
    options = parser.parse_args()
    sys.path.append(options.exam)
    from happenings_format import parse
    os.makedirs(options.work, exist_ok=True)
    torch.set_num_threads(options.threads)
    torch.manual_seed(options.seed)
    rng = random.Random(options.seed)
    begin = restored(options.begin)
    #: The head for happenings does all that the one for incidents did.
    skip = ("incident",)
    labels = {**{k: v for k, v in begin["labels"].items() if k not in skip}, **coding.LABELS}
    network = Network(begin["config"], {k: len(v) for k, v in labels.items()})
    network.load_state_dict({k: v for k, v in begin["network"].items() if not k.startswith("heads.incident")}, strict=False)
    pieces = Pieces(begin["vocabulary"])
    batches = Batches(pieces, labels)
    reports = coding.reports(options.coded, parse)
    held = [coded_text(r, labels) for r in reports if coding.is_held_out(r.document.name)]
    texts = [coded_text(r, labels) for r in reports if not coding.is_held_out(r.document.name)]
    teach(texts, options.syntax, options.speakers, labels)
    rehearsed = rehearsal_texts(options.rehearsal, skip)
    print(len(texts), "coded reports,", len(held), "held out,", len(rehearsed), "texts of earlier tasks", flush=True)
    encoder = [p for n, p in network.named_parameters() if n.split(".")[0] in ("position", "kind", "norm", "layers", "shape", "gap")]
    # The table of word pieces stays: half of all weights, and too few texts to move them all well.
    network.word.weight.requires_grad_(False)
    known = {id(p) for p in encoder} | {id(network.word.weight)}
    rest = [p for p in network.parameters() if id(p) not in known]
    optimiser = torch.optim.AdamW([{"params": encoder, "rate": ENCODER_RATE}, {"params": rest, "rate": HEAD_RATE}], weight_decay=0.01, betas=(0.9, 0.98))
    spent, step, seen = 0.0, 0, 0
    path = f"{options.work}/checkpoint.pt"
    if os.path.exists(path):
        saved = torch.load(path)
        network.load_state_dict(saved["network"])
        optimiser.load_state_dict(saved["optimiser"])
        spent, step, seen = saved["spent"], saved["step"], saved["seen"]

    def save(name):
        state = {"network": network.state_dict(), "averaged": averaged.state, "optimiser": optimiser.state_dict(), "spent": spent, "step": step, "seen": seen,
                 "labels": labels, "config": begin["config"], "vocabulary": begin["vocabulary"]}
        torch.save(state, f"{options.work}/{name}.tmp")
        os.replace(f"{options.work}/{name}.tmp", f"{options.work}/{name}")

    fresh, again = endless(texts, pieces, rng, True), endless(rehearsed, pieces, rng, False)
    own = Invented(options.invented, labels)
    print(len(own.texts), "invented texts", flush=True)

    def inventing():
        while True:
            group = list(grouped([r for t in own.epoch(rng) for r in cut(t, pieces, rng)], pieces, True))
            rng.shuffle(group)
            yield from group

    invented = inventing()
    unread = news_texts(*options.news, labels) if options.news else []
    if options.soft:
        table = np.load(options.soft)
        for text in unread:
            text.soft = {h: table[f"{text.name}/{h}"] for h in ("happening", "mode", "status", "voice")}
    news = endless(unread, pieces, rng, False) if unread else fresh
    rehearsal, inventing_share, news_share = options.shares
    averaged = Averaged(network, AVERAGED)
    total, running = options.minutes * 60, collections.defaultdict(lambda: [0.0, 0])
    last, saved_at = time.time(), spent
    network.train()
    while spent < total:
        share = spent / total
        for group in optimiser.param_groups:
            group["lr"] = group["rate"] * options.rate * max(min(share / WARM_UP, (1 - share) / (1 - WARM_UP)), 0.003)
        kind = rng.random()
        rehearses = kind < rehearsal
        source = (
            again if rehearses else invented if own.texts and kind < rehearsal + inventing_share
            else news if options.news and kind < rehearsal + inventing_share + news_share else fresh)
        batch = batches.tensors(next(source), rng)
        parts = losses(network, batch)
        loss = 0
        for k, (value, n) in parts.items():
            weight = NEW[k.rstrip("~")] if k.rstrip("~") in NEW else WEIGHTS[k] * (1 if rehearses else TAUGHT)
            loss = loss + weight * value / max(n, 64)
            running[k if k.rstrip("~") in NEW or rehearses else k + "'"][0] += float(value.detach())
            running[k if k.rstrip("~") in NEW or rehearses else k + "'"][1] += n
        optimiser.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
        optimiser.step()
        if step % 4 == 0:
            averaged.add(network)
        step += 1
        seen += int(batch["mask"].sum())
        now = time.time()
        spent += now - last
        last = now
        if step % 50 == 0:
            text = " ".join(f"{k} {v / max(n, 1):.3f}" for k, (v, n) in sorted(running.items()))
            print(f"step {step} spent {spent:.0f}s pieces {seen} ({seen / spent:.0f}/s) {text}", flush=True)
            running.clear()
        if spent - saved_at > 600:
            saved_at = spent
            save("checkpoint.pt")
            print("held out", json.dumps(evaluate(network, held[::4], batches, labels)), flush=True)
            last = time.time()
    save("checkpoint.pt")
    save("final.pt")
    print("held out, all", json.dumps(evaluate(network, held, batches, labels)), flush=True)


if __name__ == "__main__":
    main()
