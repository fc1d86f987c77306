"""Labels names in the training texts with spaCy's medium English model, as a teacher (MIT licence).

Run once before training: `python -m hearsay_training.silver DATA MODEL_FOLDER OUT.json [CHECKPOINT]`.
With a checkpoint of our own, texts with gold parts of speech allow what either of the two says, and only where a proper noun is.
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


def main(data, folder, out, checkpoint=None):
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
    if checkpoint:
        network, names, pieces = load(checkpoint)
        tagged = [d for d in training_documents(data) if d.ner is None and "upos" in d.labels]
        for document, own in name_labels(network, names, pieces, tagged):
            labels[document.name] = [sorted(s) for s in agreed(document, own, labels[document.name])]
    json.dump(labels, open(out, "w"))
    print(len(labels), "documents labelled")


def agreed(document, own, teacher):
    """Sets of allowed labels: what our network or the teacher says; empty (unknown) where a name would hold no proper noun."""
    sets = []
    for k, ((label, sure), other) in enumerate(zip(own, teacher)):
        allowed_here = {label} | (set(other) if sure < 0.95 else set())
        if document.starts[k]:
            allowed_here = {"B" + a[1:] if a.startswith("I-") else a for a in allowed_here}
        elif document.labels["upos"][k] == "PROPN" and allowed_here == {"O"}:
            allowed_here = {"O"} if sure > 0.8 else set()
        elif document.labels["upos"][k] in ("VERB", "PRON", "AUX", "ADV", "PUNCT") and label[0] == "B":
            allowed_here = {"O"}
        sets.append(allowed_here)
    return sets


if __name__ == "__main__":
    main(*sys.argv[1:5])
