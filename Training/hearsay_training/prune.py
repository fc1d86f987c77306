"""Makes zeros of what nobody asks a weights file for, since they take no room when it travels compressed; what is read stays the same, bit by bit.

`python -m hearsay_training.prune WEIGHTS OUT [--happenings]`

Of all networks: vectors of pieces that no text can be cut into. Without the flag, of the first network: heads that no room of the reader asks. With it, of
the one that tells happenings beside another: all heads but those that it is asked for (`Annotator.askedOfBoth` and happenings).
"""

import argparse
import json
import struct
import unicodedata
import zlib

import numpy as np

SECOND_HEADS = {"happening", "mode", "status", "voice", "ner", "attribution", "timex"}
# Of pairs, what the second is not asked for.
SECOND_PAIRS_UNASKED = {"arc.dep", "arc.head", "arc.bilinear", "rel.dep", "rel.head", "rel.bilinear"}
UNASKED = {"incident"}
ASKED_SPECIAL = {"[UNK]", "[CLS]", "[SEP]"}
CJK = [(0x4E00, 0x9FFF), (0x3400, 0x4DBF), (0xF900, 0xFAFF), (0x20000, 0x2EBEF), (0x2F800, 0x2FA1F)]


def stands_alone(scalar):
    """What `WordPieces.parts` cuts words at: it is a part by itself and never stands beside letters."""
    number = ord(scalar)
    if number < 128:
        return 33 <= number <= 47 or 58 <= number <= 64 or 91 <= number <= 96 or 123 <= number <= 126
    return unicodedata.category(scalar).startswith("P") or any(first <= number <= last for first, last in CJK)


def is_unreachable(piece):
    if piece in ASKED_SPECIAL:
        return False
    goes_on = piece.startswith("##") and len(piece) > 2
    body = piece[2:] if goes_on else piece
    return any(map(stands_alone, body)) and (goes_on or len(body) > 1)


def read(path):
    data = open(path, "rb").read()
    length = struct.unpack_from("<I", data, 12)[0]
    header = json.loads(data[16:16 + length])
    first = (16 + length + 63) // 64 * 64
    tensors = [(t, data[first + t["offset"]:first + t["offset"] + t["bytes"]]) for t in header["tensors"]]
    return header, tensors


def is_asked(name, is_second):
    if name.startswith("head."):
        head = name.split(".")[1]
        return head in SECOND_HEADS if is_second else head not in UNASKED
    return not (is_second and ".".join(name.split(".")[:2]) in SECOND_PAIRS_UNASKED)


def prune(path, out, is_second):
    header, tensors = read(path)
    vocabulary = next(data for t, data in tensors if t["name"] == "vocabulary").decode().split("\n")
    zeros = [index for index, piece in enumerate(vocabulary) if is_unreachable(piece)]
    body = bytearray(header["blobBytes"])
    for tensor, data in tensors:
        if not is_asked(tensor["name"], is_second):
            continue
        if tensor["name"] in ("embeddings.word", "embeddings.word.scale"):
            rows = np.frombuffer(data, dtype=np.uint8).reshape(tensor["shape"][0], -1).copy()
            rows[zeros] = 0
            data = rows.tobytes()
        body[tensor["offset"]:tensor["offset"] + tensor["bytes"]] = data
    written = json.dumps({**header, "crc32": zlib.crc32(body)}, ensure_ascii=False, sort_keys=True).encode()
    with open(out, "wb") as file:
        file.write(b"HEARSAY1" + struct.pack("<II", 1, len(written)) + written)
        file.write(b"\0" * (-(16 + len(written)) % 64) + body)
    return len(zeros)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("weights")
    parser.add_argument("out")
    parser.add_argument("--happenings", action="store_true")
    options = parser.parse_args()
    print(prune(options.weights, options.out, options.happenings), "vectors are zeros")


if __name__ == "__main__":
    main()
