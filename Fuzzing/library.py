"""Throws made-up requests and reports at the built library: python3 Fuzzing/library.py LIBRARY SHARE [SECONDS] [SEED]

What libFuzzer does with the source, this does with what ships: bytes of the corpus and the samples are cut, joined, doubled and changed. A crash
ends a child; its input is kept in .build/fuzzing/found and the status is 1.
"""
import os
import pathlib
import random
import sys
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
os.environ["HEARSAY_LIBRARY"] = str(pathlib.Path(sys.argv[1]).resolve())
sys.path.insert(0, str(ROOT / "Python"))
sys.dont_write_bytecode = True
import hearsay  # noqa: E402
from hearsay import _library  # noqa: E402
from hearsay._library import TEXT, library  # noqa: E402
import ctypes  # noqa: E402

SHARE, SECONDS = sys.argv[2], float(sys.argv[3]) if len(sys.argv) > 3 else 60
SEED = int(sys.argv[4]) if len(sys.argv) > 4 else 1
EVERY = 200
INTERESTING = [b"\0", b"\xff", b"\xef\xbb\xbf", b"\xff\xfe", b"<", b">", b"&#x110000;", b"\xf0\x9f\x92\xa5", b"\xe2\x80\x9c", b"{", b"}", b"\"", b"\n\n", b"]]>", b"<!--"]
REQUESTS = [b"", b"{}", b'{"url": "https://news.example/a"}', b'{"published": "2031-03-04"}', b'{"published": "2031-02-30T99:99"}', b'{"contentType": "text/html; charset=x"}',
            b'{"url": null}', b'{"url": 7}', b'{"adress": ""}', b"[", b'{"fetched": "' + b"9" * 400 + b'"}']


def mutated(rng, seeds):
    data = bytearray(rng.choice(seeds)[:65536])
    for _ in range(rng.choice([0, 1, 2, 4, 16, 64])):
        at = rng.randrange(len(data) + 1)
        kind = rng.randrange(6)
        if kind == 0 and data:
            data[min(at, len(data) - 1)] = rng.randrange(256)
        elif kind == 1:
            data[at:at] = rng.choice(INTERESTING)
        elif kind == 2:
            del data[at:at + rng.choice([1, 10, 1000])]
        elif kind == 3:
            piece = data[at:at + rng.choice([5, 50, 500])]
            data[at:at] = piece * rng.choice([1, 3, 30])
        elif kind == 4:
            other = rng.choice(seeds)
            start = rng.randrange(len(other) + 1)
            data[at:at] = other[start:start + rng.choice([10, 200, 3000])]
        else:
            data[at:at] = bytes(rng.randrange(256) for _ in range(rng.choice([1, 8])))
        del data[65536:]
    return bytes(data)


def call(reader, data, request):
    answer, count = TEXT(), ctypes.c_size_t()
    status = library.hearsay_read(reader._handle, data, len(data), request, len(request), ctypes.byref(answer), ctypes.byref(count))
    text = ctypes.string_at(answer)
    library.hearsay_free(answer)
    assert status in (0, 1, 2) and len(text) == count.value and text, (status, count.value, text[:200])
    if status == _library.READ:
        import json
        reading = json.loads(text)
        words = reading["report"]["text"]
        for claim in reading["claims"]:
            for span in claim["content"]:
                assert words[span["start"]:span["end"]] == span["exact"], span
    return status


def main():
    seeds = [path.read_bytes() for folder in ("Fuzzing/Corpus/pages", "Fuzzing/Corpus/library", "Samples") for path in sorted((ROOT / folder).iterdir())]
    reader = hearsay.Reader(SHARE)
    found = ROOT / ".build/fuzzing/found"
    end, batch, tally, crashes = time.time() + SECONDS, SEED * 1_000_000, [0, 0, 0], 0
    while time.time() < end:
        batch += 1
        mine, theirs = os.pipe()
        child = os.fork()
        if child == 0:
            rng, counts = random.Random(batch), [0, 0, 0]
            for number in range(EVERY):
                data, request = mutated(rng, seeds), rng.choice(REQUESTS) if rng.random() < 0.8 else mutated(rng, REQUESTS[1:])[:300]
                pathlib.Path(f"/dev/shm/hearsay-fuzz-{os.getppid()}").write_bytes(bytes([min(255, len(request))]) + request[:255] + data)
                counts[call(reader, data, request[:255])] += 1
            os.write(theirs, " ".join(map(str, counts)).encode())
            os._exit(0)
        os.close(theirs)
        told = os.read(mine, 100).decode()
        os.close(mine)
        _, status = os.waitpid(child, 0)
        if status:
            crashes += 1
            found.mkdir(parents=True, exist_ok=True)
            kept = found / f"library-{batch}"
            kept.write_bytes(pathlib.Path(f"/dev/shm/hearsay-fuzz-{os.getpid()}").read_bytes())
            print(f"status {status}: {kept}")
        else:
            tally = [one + int(other) for one, other in zip(tally, told.split())]
    pathlib.Path(f"/dev/shm/hearsay-fuzz-{os.getpid()}").unlink(missing_ok=True)
    print(f"{sum(tally)} calls: {tally[0]} readings, {tally[1]} without a report, {tally[2]} bad requests; {crashes} crashes")
    return 1 if crashes else 0


sys.exit(main())
