"""Runs trafilatura, htmldate and, where it is built, Hearsay on the evaluation pages, one after the other.

`python Benchmarks/peers/pages.py DATA [--only trafilatura|htmldate]` (requirements-pages.txt; `swift build -c release --product Evaluation`)

Text is counted as trafilatura's own evaluation counts: runs of white space are one space on both sides, comments are left
out, tables are kept. Speed is processor time of one core, for Hearsay also by the clock on all, as it runs.
"""

import json
import pathlib
import re
import subprocess
import sys
import time

import htmldate
import trafilatura

EVALUATION = pathlib.Path(__file__).parents[2] / ".build/release/Evaluation"
OPTIONS = {"include_comments": False, "include_tables": True, "include_formatting": False}


def normal(text):
    return re.sub(r"\s+", " ", text).strip()


def texts(pages):
    rates = {}
    for name, fast in (("fast", True), ("with fallback", False)):
        found = wrong = missed = 0
        spent = 0.0
        for raw, entry in pages:
            start = time.process_time()
            text = trafilatura.extract(raw, fast=fast, **OPTIONS) or ""
            spent += time.process_time() - start
            text = normal(text)
            held = sum(normal(segment) in text for segment in entry["with"])
            found += held
            missed += len(entry["with"]) - held
            wrong += sum(normal(segment) in text for segment in entry["without"])
        rates[name] = len(pages) / spent
        print(
            f"trafilatura {trafilatura.__version__} {name}: F1 {2 * found / (2 * found + wrong + missed):.4f}"
            f" P {found / (found + wrong):.4f} R {found / (found + missed):.4f}, {rates[name]:.1f} pages/s"
        )
    return rates


def ours(data, rates):
    if not EVALUATION.exists():
        print(f"no {EVALUATION}: nothing to compare with")
        return
    environment = {"HEARSAY_DATA": data, "PATH": "/usr/bin:/bin"}
    run = subprocess.run([EVALUATION, "pages"], env=environment, capture_output=True, text=True)
    for line in run.stdout.splitlines():
        if "pages" in line and not line.startswith(("measure", "ok", "BELOW")) or "pages.f1" in line:
            print("hearsay:", line.strip())
        rate = re.search(r"main text (\d+) pages/s a core, (\d+) pages/s by the clock", line)
        for name, theirs in rates.items() if rate else ():
            core, clock = (int(rate.group(i)) / theirs for i in (1, 2))
            print(f"hearsay: {core:.1f} times as fast as trafilatura {name} on one core, {clock:.1f} times with both, of which it uses one")


def dates(data):
    entries = json.load(open(f"{data}/pages/dates.json"))
    hits = total = 0
    for address, entry in sorted(entries.items()):
        try:
            raw = open(f"{data}/pages/html/{entry['file']}", encoding="utf-8", errors="replace").read()
        except FileNotFoundError:
            continue
        total += 1
        hits += htmldate.find_date(raw, url=address, original_date=True) == entry["date"]
    print(f"htmldate: {hits} of {total}")


def main(data, only=None):
    if only != "htmldate":
        marked = json.load(open(f"{data}/pages/evaldata.json"))
        files = [(pathlib.Path(f"{data}/pages/html/{entry['file']}"), entry) for _, entry in sorted(marked.items())]
        pages = [(path.read_bytes(), entry) for path, entry in files if path.exists()]
        ours(data, texts(pages))
    if only != "trafilatura":
        dates(data)


if __name__ == "__main__":
    arguments = [word for word in sys.argv[1:] if word != "--only"]
    main(*arguments)
