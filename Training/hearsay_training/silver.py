"""Labels names in the training texts that have no names of their own.

Run once before training: `python -m hearsay_training.silver DATA OUT.json TEACHER`. The teacher is an earlier checkpoint of our own network
(a `.pt` file), which leaves unknown what it is not sure of, or spaCy's small English model (a package; MIT licence).
"""

import json
import sys

from .documents import allowed, training_documents
from .selfnames import load, name_labels

TYPES = {
    "PERSON": ["PER"], "ORG": ["ORG"], "GPE": ["GPE"], "LOC": ["LOC"], "FAC": ["FAC"], "NORP": ["NORP"], "EVENT": ["EVENT"],
    "PRODUCT": ["WEAPON", "MISC", "O"], "WORK_OF_ART": ["WORK"], "LAW": ["LAW"], "LANGUAGE": ["MISC", "O"]}
#: The least probability of our own label that is believed.
SURE = 0.9


def main(data, out, teacher):
    documents = [d for d in training_documents(data) if d.ner is None and d.words]
    if teacher.endswith(".pt"):
        labels = {d.name: [sorted(s) for s in sure_labels(d, own)] for d, own in name_labels(*load(teacher), documents)}
    else:
        import spacy

        model = spacy.load(teacher, exclude=["parser", "lemmatizer", "attribute_ruler", "tagger", "senter"])
        labels = {d.name: spacy_labels(model, d) for d in documents}
    json.dump(labels, open(out, "w"))
    print(len(labels), "documents labelled")


def spacy_labels(teacher, document):
    """The labels that spaCy's entities allow for each word; articles before and possessives after a name are left out."""
    from spacy.tokens import Doc

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


def sure_labels(document, own):
    """Sets of allowed labels: what our network is sure of; empty (unknown) elsewhere."""
    sets = []
    parts = document.labels.get("upos")
    for k, (label, sure) in enumerate(own):
        here = {label} if sure >= SURE else set()
        if document.starts and document.starts[k]:
            here = {"B" + a[1:] if a.startswith("I-") else a for a in here}
        if parts and parts[k] in ("VERB", "PRON", "AUX", "ADV", "PUNCT") and label[0] == "B":
            here = {"O"}
        sets.append(here)
    return sets


if __name__ == "__main__":
    main(*sys.argv[1:4])
