"""Trains the network on all sets at once, for a given wall time; resumable.

`python -m hearsay_training.train DATA ENCODER_FOLDER WORK_FOLDER --minutes 75 [--silver silver.json]`

The learning rate follows the share of the time that is spent, so that a run ends annealed on any machine.
"""

import argparse
import collections
import json
import os
import random
import time

import torch
import torch.nn.functional as F
from safetensors.torch import load_file

from . import lemma
from .documents import ATTRIBUTION, NER_TYPES, TIMEX, bio, training_documents
from .network import Network, load_encoder
from .pieces import Pieces
from .windows import IGNORE, Windows

WEIGHTS = {
    "attribution": 2.0, "link": 0.7, "upos": 0.5, "xpos": 0.7, "feats": 0.5, "lemma": 0.5, "sentence": 0.6, "arc": 1.5, "rel": 1.0,
    "ner": 1.2, "mention": 0.5, "event": 1.0, "eventTense": 0.3, "eventAspect": 0.3, "eventPolarity": 0.3, "eventModality": 0.3,
    "timex": 1.0, "incident": 0.6}
#: A head with fewer labelled words than this in a batch counts for proportionally less.
FULL = 64
ENCODER_RATE, HEAD_RATE, WARM_UP = 1.5e-4, 1.2e-3, 0.04
PIECES_PER_BATCH = 1536


def label_lists(documents):
    """The labels of every head, from what the training documents have."""
    counts = collections.defaultdict(collections.Counter)
    for d in documents:
        if "lemma" in d.labels:
            d.labels["lemma_script"] = [lemma.script(w, l) for w, l in d.labels["lemma"]]
        for name, values in d.labels.items():
            if name != "lemma":
                counts["lemma" if name == "lemma_script" else name].update(v for v in values if v is not None)
        if d.relations:
            counts["rel"].update(d.relations)
    least = {"feats": 5, "lemma": 4, "xpos": 2, "rel": 5, "incident": 1}
    labels = {}
    for name in ("upos", "xpos", "feats", "lemma", "mention", "event", "eventTense", "eventAspect", "eventPolarity", "eventModality", "incident", "rel"):
        labels[name] = sorted(k for k, n in counts[name].items() if n >= least.get(name, 1))
    labels["sentence"] = ["O", "B"]
    labels["ner"] = bio(NER_TYPES)
    labels["attribution"] = bio(ATTRIBUTION)
    labels["timex"] = bio(TIMEX)
    kinds = sorted({k[2:] for k in labels["incident"] if k != "O"})
    labels["incident"] = bio(kinds)
    for name in ("mention", "event"):
        labels[name] = ["O"] + [k for k in labels[name] if k != "O"]
    return labels


def losses(network, batch):
    """Head name -> (loss summed over labelled words, how many)."""
    encoded = network.encode(batch["ids"], batch["shapes"], batch["gaps"], batch["mask"])
    w = network.dropout(network.words(encoded, batch["first"]))
    out = {}
    flat = w.reshape(-1, w.shape[-1])
    for name, target in batch["targets"].items():
        chosen = target.reshape(-1) != IGNORE
        if chosen.any():
            logits = network.heads[name](flat[chosen]).float()
            out[name] = (F.cross_entropy(logits, target.reshape(-1)[chosen], reduction="sum"), int(chosen.sum()))
    ner = batch["ner"].reshape(-1, batch["ner"].shape[-1])
    chosen = ner.any(-1)
    if chosen.any():
        log = F.log_softmax(network.heads["ner"](flat[chosen]).float(), -1)
        out["ner"] = (-torch.logsumexp(log.masked_fill(~ner[chosen], -1e9), -1).sum(), int(chosen.sum()))
    if (batch["heads"] != IGNORE).any():
        rows = (batch["heads"] != IGNORE).any(-1)
        v, heads, sentence = w[rows], batch["heads"][rows], batch["sentence_of"][rows]
        scores = network.arcs(v).float()
        same = sentence.unsqueeze(2) == sentence.unsqueeze(1)
        same = same & ~torch.eye(same.shape[1], dtype=torch.bool)
        allowed = torch.cat([torch.ones_like(same[:, :, :1]), same], 2)
        scores = scores.masked_fill(~allowed, -1e4)
        known = heads != IGNORE
        out["arc"] = (F.cross_entropy(scores[known], heads[known], reduction="sum"), int(known.sum()))
        rel = batch["rel"][rows]
        known = known & (rel != IGNORE)
        with_root = torch.cat([network.arc_root.expand(v.shape[0], 1, -1).to(v.dtype), v], 1)
        governors = with_root.gather(1, heads.clamp(min=0).unsqueeze(-1).expand(-1, -1, v.shape[-1]))
        logits = network.rels(v[known], governors[known]).float()
        out["rel"] = (F.cross_entropy(logits, rel[known], reduction="sum"), int(known.sum()))
    if (batch["links"] != IGNORE).any():
        rows = (batch["links"] != IGNORE).any(-1)
        v, links = w[rows], batch["links"][rows]
        scores = network.links(v).float().masked_fill(~batch["words"][rows].unsqueeze(1), -1e4)
        known = links != IGNORE
        out["link"] = (F.cross_entropy(scores[known], links[known], reduction="sum"), int(known.sum()))
    return out


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("data")
    parser.add_argument("encoder")
    parser.add_argument("work")
    parser.add_argument("--minutes", type=float, default=75)
    parser.add_argument("--silver")
    parser.add_argument("--begin", help="a checkpoint whose network and labels a new run begins with")
    parser.add_argument("--rate", type=float, default=1.0, help="scale of both learning rates")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--seed", type=int, default=20261123)
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    torch.manual_seed(options.seed)
    rng = random.Random(options.seed)
    silver = None
    if options.silver:
        silver = {k: [set(s) or None for s in v] for k, v in json.load(open(options.silver)).items()}
    documents = training_documents(options.data, silver)
    labels = label_lists(documents)
    begin = torch.load(options.begin, weights_only=False) if options.begin else None
    if begin:
        labels = begin["labels"]
    vocabulary = open(f"{options.encoder}/vocab.txt", encoding="utf-8").read().split("\n")
    while vocabulary and not vocabulary[-1]:
        vocabulary.pop()
    base = json.load(open(f"{options.encoder}/config.json"))
    config = {
        "layers": base["num_hidden_layers"], "hidden": base["hidden_size"], "heads": base["num_attention_heads"],
        "intermediate": base["intermediate_size"], "vocabulary": base["vocab_size"], "positions": base["max_position_embeddings"],
        "windowPieces": 256, "arcSize": 192, "relSize": 64, "linkSize": 96, "layerNormEpsilon": 1e-12}
    network = Network(config, {k: len(v) for k, v in labels.items()})
    load_encoder(network, load_file(f"{options.encoder}/model.safetensors"))
    if begin:
        network.load_state_dict(begin["network"])
    windows = Windows(documents, Pieces(vocabulary), labels)
    encoder = [p for n, p in network.named_parameters() if n.split(".")[0] in ("word", "position", "kind", "norm", "layers")]
    known = {id(p) for p in encoder}
    rest = [p for p in network.parameters() if id(p) not in known]
    optimiser = torch.optim.AdamW(
        [{"params": encoder, "rate": ENCODER_RATE * options.rate}, {"params": rest, "rate": HEAD_RATE * options.rate}], weight_decay=0.01, betas=(0.9, 0.98), fused=True)
    spent, step, pieces_seen, epoch = 0.0, 0, 0, 0
    checkpoint = f"{options.work}/checkpoint.pt"
    if os.path.exists(checkpoint):
        saved = torch.load(checkpoint)
        network.load_state_dict(saved["network"])
        optimiser.load_state_dict(saved["optimiser"])
        spent, step, pieces_seen, epoch = saved["spent"], saved["step"], saved["pieces"], saved["epoch"]
        rng.setstate(saved["rng"])

    def save(path):
        state = {"network": network.state_dict(), "optimiser": optimiser.state_dict(), "spent": spent, "step": step, "pieces": pieces_seen,
                 "epoch": epoch, "rng": rng.getstate(), "labels": labels, "config": config, "vocabulary": vocabulary}
        torch.save(state, path + ".tmp")
        os.replace(path + ".tmp", path)

    total = options.minutes * 60
    running = collections.defaultdict(lambda: [0.0, 0])
    last, saved_at = time.time(), spent
    network.train()
    while spent < total:
        for batch in windows.batches(windows.epoch(rng), PIECES_PER_BATCH):
            tensors = windows.tensors(batch)
            share = min(spent / total, 1)
            scale = min(share / WARM_UP, (1 - share) / (1 - WARM_UP)) if share < 1 else 0
            for group in optimiser.param_groups:
                group["lr"] = group["rate"] * max(scale, 0.002)
            with torch.autocast("cpu", dtype=torch.bfloat16):
                parts = losses(network, tensors)
            loss = sum(WEIGHTS[k] * value / max(n, FULL) for k, (value, n) in parts.items())
            optimiser.zero_grad(set_to_none=True)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimiser.step()
            step += 1
            pieces_seen += int(tensors["mask"].sum())
            now = time.time()
            spent += now - last
            last = now
            for k, (value, n) in parts.items():
                running[k][0] += float(value.detach())
                running[k][1] += n
            if step % 100 == 0:
                text = " ".join(f"{k} {v / max(n, 1):.3f}" for k, (v, n) in sorted(running.items()))
                print(f"step {step} epoch {epoch} spent {spent:.0f}s pieces {pieces_seen} ({pieces_seen / spent:.0f}/s) {text}", flush=True)
                running.clear()
            if spent - saved_at > 300:
                saved_at = spent
                save(checkpoint)
            if spent >= total:
                break
        epoch += 1
    save(checkpoint)
    save(f"{options.work}/final.pt")
    print("done", flush=True)


if __name__ == "__main__":
    main()
