"""Labels names in the training texts with spaCy's medium English model, as a teacher (MIT licence).

Run once before training: `python -m hearsay_training.silver DATA MODEL_FOLDER OUT.json`.
"""

import json
import sys

import spacy
from spacy.tokens import Doc

from .documents import allowed, training_documents

TYPES = {
    "PERSON": ["PER"], "ORG": ["ORG"], "GPE": ["GPE"], "LOC": ["LOC"], "FAC": ["FAC"], "NORP": ["NORP"], "EVENT": ["EVENT"],
    "PRODUCT": ["WEAPON", "MISC", "O"], "WORK_OF_ART": ["WORK"], "LAW": ["LAW"], "LANGUAGE": ["MISC", "O"]}


def main(data, folder, out):
    teacher = spacy.load(folder, exclude=["parser", "lemmatizer", "attribute_ruler", "tagger", "senter"])
    labels = {}
    for document in training_documents(data):
        if document.ner is not None or not document.words:
            continue
        spaces = [gap != 1 for gap in document.gaps[1:]] + [False]
        doc = Doc(teacher.vocab, words=document.words, spaces=spaces)
        for _, pipe in teacher.pipeline:
            doc = pipe(doc)
        sets = [["O"] for _ in document.words]
        for entity in doc.ents:
            kinds = TYPES.get(entity.label_)
            if kinds is None:
                continue
            indices = list(range(entity.start, entity.end))
            while len(indices) > 1 and doc[indices[0]].lower_ in ("the", "a", "an"):
                indices.pop(0)
            while len(indices) > 1 and doc[indices[-1]].lower_ in ("'s", "’s", "'"):
                indices.pop()
            for k, i in enumerate(indices):
                real = [t for t in kinds if t != "O"]
                sets[i] = sorted(allowed("I" if k else "B", real)) + (["O"] if "O" in kinds else [])
        labels[document.name] = sets
    json.dump(labels, open(out, "w"))
    print(len(labels), "documents labelled")


if __name__ == "__main__":
    main(*sys.argv[1:4])
