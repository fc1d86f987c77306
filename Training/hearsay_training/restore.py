"""Turns a weights file back into a checkpoint that training can begin with: the reverse of `export.py`.

`python -m hearsay_training.restore WEIGHTS OUT.pt`; 8-bit weights come back rounded, which a few hundred steps make good.
"""

import json
import math
import struct
import sys
import zlib

import numpy as np
import torch

from .network import HAPPENING_PAIRS, PAIR_HEADS

TYPES = {"i8": np.int8, "f32": np.float32, "u8": np.uint8}


def tensors(path):
    """(header, name -> array, scales applied) of a weights file."""
    raw = open(path, "rb").read()
    assert raw[:8] == b"HEARSAY1", f"{path} is no weights file"
    format, length = struct.unpack("<II", raw[8:16])
    assert format == 1, f"{path} has format {format}"
    header = json.loads(raw[16:16 + length])
    body = raw[(16 + length + 63) // 64 * 64:]
    assert zlib.crc32(body) == header["crc32"], f"{path} is damaged"
    found = {
        t["name"]: np.frombuffer(body, TYPES[t["type"]], count=math.prod(t["shape"]), offset=t["offset"]).reshape(t["shape"])
        for t in header["tensors"]}
    for name, array in list(found.items()):
        if array.dtype == np.int8:
            scale = name.removesuffix(".weight") + ".scale"
            found[name] = array.astype(np.float32) * found[scale][:, None]
    return header, found


def checkpoint(path, positions=512):
    """`positions`: rows of the position table, of which the file keeps those of one window."""
    header, found = tensors(path)
    config = {**header["config"], "positions": positions}
    state = {
        "word.weight": found["embeddings.word"], "kind.weight": found["embeddings.type"], "shape.weight": found["embeddings.shape"],
        "gap.weight": found["embeddings.gap"], "norm.weight": found["embeddings.norm.gamma"], "norm.bias": found["embeddings.norm.beta"],
        "arc_bias": found["arc.headBias"], "arc_root": found["arc.root"]}
    table = np.zeros((positions, config["hidden"]), np.float32)
    table[:len(found["embeddings.position"])] = found["embeddings.position"]
    state["position.weight"] = table
    root = math.sqrt(config["hidden"] // config["heads"])
    for i in range(config["layers"]):
        here, there = f"layer.{i}.", f"layers.{i}."
        for kind in ("weight", "bias"):
            qkv = found[f"{here}qkv.{kind}"].copy()
            qkv[:config["hidden"]] *= root
            state[f"{there}qkv.{kind}"] = qkv
            state[f"{there}attention_output.{kind}"] = found[f"{here}attentionOutput.{kind}"]
            state[f"{there}up.{kind}"] = found[f"{here}up.{kind}"]
            state[f"{there}down.{kind}"] = found[f"{here}down.{kind}"]
        for norm in ("norm1", "norm2"):
            state[f"{there}{norm}.weight"] = found[f"{here}{norm}.gamma"]
            state[f"{there}{norm}.bias"] = found[f"{here}{norm}.beta"]
    for name, array in found.items():
        part = name.split(".")
        if part[0] == "head" and part[-1] in ("weight", "bias"):
            state[f"heads.{part[1]}.{part[2]}"] = array
    for pair in PAIR_HEADS + (HAPPENING_PAIRS if "role" in header["labels"] else ()):
        for side in ("dep", "head"):
            for kind in ("weight", "bias"):
                state[f"{pair}_{side}.{kind}"] = found[f"{pair}.{side}.{kind}"]
        state[f"{pair}_bilinear"] = found[f"{pair}.bilinear"]
    return {
        "network": {k: torch.tensor(np.ascontiguousarray(v)) for k, v in state.items()}, "labels": header["labels"], "config": config,
        "vocabulary": found["vocabulary"].tobytes().decode().split("\n")}


if __name__ == "__main__":
    torch.save(checkpoint(sys.argv[1]), sys.argv[2])
