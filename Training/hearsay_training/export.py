"""Writes the weights file that the Swift room reads (format: see Documentation/Model.md).

`python -m hearsay_training.export CHECKPOINT OUT [--float] [--name NAME] [--version V]`
"""

import argparse
import json
import math
import struct
import zlib

import numpy as np
import torch

from .network import HAPPENING_PAIRS, PAIR_HEADS, Network

LIMIT = 63  # 7 bits: pair sums cannot saturate on processors without VNNI


class Blobs:
    def __init__(self):
        self.tensors, self.parts, self.size = [], [], 0

    def add(self, name, array):
        kind = {"int8": "i8", "float32": "f32", "uint8": "u8"}[str(array.dtype)]
        raw = np.ascontiguousarray(array).tobytes()
        self.tensors.append({"name": name, "type": kind, "shape": list(array.shape), "offset": self.size, "bytes": len(raw)})
        raw += b"\0" * (-len(raw) % 64)
        self.parts.append(raw)
        self.size += len(raw)


def quantised(matrix):
    """Rows as i8 in ±LIMIT and one scale a row."""
    scale = np.maximum(np.abs(matrix).max(1), 1e-12) / LIMIT
    return np.clip(np.rint(matrix / scale[:, None]), -LIMIT, LIMIT).astype(np.int8), scale.astype(np.float32)


def export(saved, out, use_float, name, version):
    network = Network(saved["config"], {k: len(v) for k, v in saved["labels"].items()})
    network.load_state_dict(saved["network"])
    state = {k: v.float().numpy() for k, v in network.state_dict().items()}
    config = saved["config"]
    blobs = Blobs()

    def matrix(key, weight, bias=None):
        if use_float:
            blobs.add(f"{key}.weight", weight.astype(np.float32))
        else:
            values, scale = quantised(weight)
            blobs.add(f"{key}.weight", values)
            blobs.add(f"{key}.scale", scale)
        if bias is not None:
            blobs.add(f"{key}.bias", bias.astype(np.float32))

    def table(key, weight):
        if use_float:
            blobs.add(key, weight.astype(np.float32))
        else:
            # Embedding rows are only looked up, so they may use the whole range of i8.
            scale = np.maximum(np.abs(weight).max(1), 1e-12) / 127
            blobs.add(key, np.clip(np.rint(weight / scale[:, None]), -127, 127).astype(np.int8))
            blobs.add(f"{key}.scale", scale.astype(np.float32))

    blobs.add("vocabulary", np.frombuffer("\n".join(saved["vocabulary"]).encode(), dtype=np.uint8))
    table("embeddings.word", state["word.weight"])
    table("embeddings.position", state["position.weight"][:config["windowPieces"]])
    table("embeddings.type", state["kind.weight"])
    table("embeddings.shape", state["shape.weight"])
    table("embeddings.gap", state["gap.weight"])
    blobs.add("embeddings.norm.gamma", state["norm.weight"])
    blobs.add("embeddings.norm.beta", state["norm.bias"])
    root = math.sqrt(config["hidden"] // config["heads"])
    for i in range(config["layers"]):
        p = f"layers.{i}."
        weight, bias = state[p + "qkv.weight"].copy(), state[p + "qkv.bias"].copy()
        weight[:config["hidden"]] /= root
        bias[:config["hidden"]] /= root
        matrix(f"layer.{i}.qkv", weight, bias)
        matrix(f"layer.{i}.attentionOutput", state[p + "attention_output.weight"], state[p + "attention_output.bias"])
        matrix(f"layer.{i}.up", state[p + "up.weight"], state[p + "up.bias"])
        matrix(f"layer.{i}.down", state[p + "down.weight"], state[p + "down.bias"])
        for norm in ("norm1", "norm2"):
            blobs.add(f"layer.{i}.{norm}.gamma", state[f"{p}{norm}.weight"])
            blobs.add(f"layer.{i}.{norm}.beta", state[f"{p}{norm}.bias"])
    for head in network.heads:
        matrix(f"head.{head}", state[f"heads.{head}.weight"], state[f"heads.{head}.bias"])
    for pair in PAIR_HEADS + (HAPPENING_PAIRS if "role" in saved["labels"] else ()):
        for side in ("dep", "head"):
            matrix(f"{pair}.{side}", state[f"{pair}_{side}.weight"], state[f"{pair}_{side}.bias"])
        blobs.add(f"{pair}.bilinear", state[f"{pair}_bilinear"])
    blobs.add("arc.headBias", state["arc_bias"])
    blobs.add("arc.root", state["arc_root"])

    body = b"".join(blobs.parts)
    config = {**config, "positions": config["windowPieces"]}
    header = json.dumps({
        "name": name, "version": version, "crc32": zlib.crc32(body), "blobBytes": len(body), "config": config,
        "labels": saved["labels"], "tensors": blobs.tensors}, ensure_ascii=False, sort_keys=True).encode()
    with open(out, "wb") as file:
        file.write(b"HEARSAY1" + struct.pack("<II", 1, len(header)) + header)
        file.write(b"\0" * (-(16 + len(header)) % 64) + body)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("checkpoint")
    parser.add_argument("out")
    parser.add_argument("--float", action="store_true")
    parser.add_argument("--name", default="hearsay-en")
    parser.add_argument("--version", default="1")
    options = parser.parse_args()
    export(torch.load(options.checkpoint, map_location="cpu"), options.out, options.float, options.name, options.version)


if __name__ == "__main__":
    main()
