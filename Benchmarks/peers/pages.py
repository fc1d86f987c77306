"""Runs trafilatura and htmldate on the evaluation pages and counts as Evaluation/Pages.swift does.

`python Benchmarks/peers/pages.py DATA` (requirements-pages.txt)
"""

import json
import sys
import time

import htmldate
import trafilatura


def main(data):
    pages = json.load(open(f"{data}/pages/evaldata.json"))
    for fast in (True, False):
        found = missed = wrong = right = 0
        start = time.time()
        count = 0
        for address, entry in sorted(pages.items()):
            try:
                raw = open(f"{data}/pages/html/{entry['file']}", "rb").read()
            except FileNotFoundError:
                continue
            count += 1
            text = trafilatura.extract(raw, fast=fast, include_comments=False) or ""
            for segment in filter(None, entry["with"]):
                if segment in text:
                    found += 1
                else:
                    missed += 1
            for segment in filter(None, entry["without"]):
                if segment in text:
                    wrong += 1
                else:
                    right += 1
        p, r = found / (found + wrong), found / (found + missed)
        spent = time.time() - start
        print(f"trafilatura fast={fast}: F1 {2 * p * r / (p + r):.4f} P {p:.4f} R {r:.4f}, {count / spent:.1f} pages/s")
    dates = json.load(open(f"{data}/pages/dates.json"))
    hits = total = 0
    for address, entry in sorted(dates.items()):
        try:
            raw = open(f"{data}/pages/html/{entry['file']}", encoding="utf-8", errors="replace").read()
        except FileNotFoundError:
            continue
        total += 1
        hits += htmldate.find_date(raw, url=address, original_date=True) == entry["date"]
    print(f"htmldate: {hits} of {total}")


if __name__ == "__main__":
    main(sys.argv[1])
