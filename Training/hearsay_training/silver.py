"""Labels names in the training texts that have no names of their own, with two teachers: spaCy's small English model (MIT licence)
and an earlier checkpoint of our own network.

Run once before training: `python -m hearsay_training.silver DATA SPACY_MODEL OUT.json [CHECKPOINT]`.
Where the two differ and ours is not sure, both are allowed; where ours hardly believes itself, spaCy's alone.
"""

import json
import sys

import spacy
from spacy.tokens import Doc

from .documents import allowed, training_documents
from .selfnames import load, name_labels

TYPES = {
    "PERSON": ["PER"], "ORG": ["ORG"], "GPE": ["GPE"], "LOC": ["LOC"], "FAC": ["FAC"], "NORP": ["NORP"], "EVENT": ["EVENT"],
    "PRODUCT": ["WEAPON", "MISC", "O"], "WORK_OF_ART": ["WORK"], "LAW": ["LAW"], "LANGUAGE": ["MISC", "O"]}
#: Probabilities of our own label above which it stands alone, and below which spaCy's does.
SURE, DOUBTFUL = 0.95, 0.6


def main(data, model, out, checkpoint=None):
    teacher = spacy.load(model, exclude=["parser", "lemmatizer", "attribute_ruler", "tagger", "senter"])
    documents = [d for d in training_documents(data) if d.ner is None and d.words]
    labels = {document.name: spacy_labels(teacher, document) for document in documents}
    if checkpoint:
        for document, own in name_labels(*load(checkpoint), documents):
            labels[document.name] = [sorted(s) for s in agreed(document, own, labels[document.name])]
    json.dump(labels, open(out, "w"))
    print(len(labels), "documents labelled")


def spacy_labels(teacher, document):
    """The labels that spaCy's entities allow for each word; articles before and possessives after a name are left out."""
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
    return sets


def agreed(document, own, teacher):
    """Sets of allowed labels: what our network or the teacher says; empty (unknown) where a name would hold no proper noun."""
    sets = []
    parts = document.labels.get("upos")
    for k, ((label, sure), other) in enumerate(zip(own, teacher)):
        other = set(other)
        here = {label} if sure >= SURE else {label} | other if sure >= DOUBTFUL else other
        if document.starts and document.starts[k]:
            here = {"B" + a[1:] if a.startswith("I-") else a for a in here}
        if parts and parts[k] == "PROPN" and here == {"O"} and sure < 0.8:
            here = set()
        elif parts and parts[k] in ("VERB", "PRON", "AUX", "ADV", "PUNCT") and label[0] == "B":
            here = {"O"}
        sets.append(here)
    return sets


if __name__ == "__main__":
    main(*sys.argv[1:5])
