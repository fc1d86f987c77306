"""Every training set, read into one form: words of running text, and the label layers that the set has."""

from __future__ import annotations

import collections
import glob
import json
import os
import re
from dataclasses import dataclass, field

from .words import words as split_words

NER_TYPES = ["PER", "ORG", "GPE", "LOC", "FAC", "NORP", "EVENT", "WEAPON", "WORK", "LAW", "MISC"]
ATTRIBUTION = ["SOURCE", "CUE", "CONTENT"]
TIMEX = ["DATE", "TIME", "DURATION", "SET"]
SHAPES = 8
GAPS = 5


def bio(types):
    return ["O"] + [f"{prefix}-{kind}" for kind in types for prefix in "BI"]


@dataclass
class Document:
    """Words in order with the white space before each, and label layers (a missing layer is absent)."""

    name: str
    words: list[str]
    gaps: list[int]
    #: head name -> one label per word; None where a word has no label
    labels: dict[str, list] = field(default_factory=dict)
    #: per word the set of NER labels that may be right; None where unknown
    ner: list[set[str] | None] | None = None
    #: per word the index of its syntactic head, -1 for a root, None where unknown
    heads: list[int | None] | None = None
    relations: list[str | None] | None = None
    #: word that begins a source or content -> word that begins its cue
    links: dict[int, int] | None = None
    #: per word whether a sentence begins there
    starts: list[bool] | None = None
    #: how often an epoch shows it
    repeat: int = 1


def gap_of(white: str, first: bool) -> int:
    if first or white.count("\n") >= 2:
        return 4
    if "\n" in white:
        return 3
    return 2 if white else 1


def from_text(name: str, text: str, spans=None) -> tuple[Document, list[tuple[int, int]]]:
    spans = split_words(text) if spans is None else spans
    gaps, last = [], 0
    for start, end in spans:
        gaps.append(gap_of(text[last:start], last == 0 and not gaps))
        last = end
    return Document(name, [text[a:b] for a, b in spans], gaps), spans


def touching(spans, start, end):
    """Indices of the words that share a character with [start, end)."""
    return [i for i, (a, b) in enumerate(spans) if a < end and start < b]


def bio_labels(n, marked, types):
    labels = ["O"] * n
    for indices, kind in marked:
        for k, index in enumerate(indices):
            labels[index] = ("B-" if k == 0 or indices[k - 1] != index - 1 else "I-") + kind
    return labels


# Universal Dependencies

def read_conllu(path):
    """Sentences as lists of rows (10 columns), with comments and multi-word ranges kept aside."""
    sentences, rows, comments, ranges = [], [], [], {}
    for line in open(path, encoding="utf-8"):
        line = line.rstrip("\n")
        if line.startswith("#"):
            comments.append(line)
        elif not line:
            if rows:
                sentences.append((comments, rows, ranges))
            rows, comments, ranges = [], [], {}
        else:
            columns = line.split("\t")
            if "-" in columns[0]:
                a, b = map(int, columns[0].split("-"))
                ranges[a] = (b, columns)
            elif "." not in columns[0]:
                rows.append(columns)
    if rows:
        sentences.append((comments, rows, ranges))
    return sentences


def entity_heads(rows):
    """Word index -> GUM entity type, for words that head a mention; the outermost mention wins."""
    opened, heads = [], {}

    def close(start, end, kind):
        inside = range(start, end + 1)
        for w in inside:
            if int(rows[w][6]) - 1 not in inside and rows[w][3] != "PUNCT":
                heads[w] = kind
                return

    for index, row in enumerate(rows):
        match = re.search(r"(?:^|\|)Entity=([^|]*)", row[9])
        if not match:
            continue
        for piece in re.finditer(r"\((\d+)-([a-z]+)[^()]*(\))?|(\d+)\)", match.group(1)):
            number, kind, single, closed = piece.groups()
            if closed is None:
                if single:
                    close(index, index, kind)
                else:
                    opened.append((number, kind, index))
                continue
            for k in range(len(opened) - 1, -1, -1):
                if opened[k][0] == closed:
                    _, kind, start = opened.pop(k)
                    close(start, index, kind)
                    break
    return heads


#: GUM entity type -> the name labels that a proper noun at its head may carry; types left out say nothing.
GUM_NAMES = {
    "person": ["PER"], "organization": ["ORG"], "place": ["GPE", "LOC", "FAC"], "event": ["EVENT", "O"], "object": ["WEAPON", "WORK", "MISC", "O"],
    "abstract": ["WORK", "LAW", "MISC", "O"], "time": ["O"], "substance": ["O"], "plant": ["O"]}
TITLES = {
    "mr.", "mrs.", "ms.", "dr.", "sir", "lord", "lady", "president", "minister", "prime", "senator", "sen.", "rep.", "gov.", "governor", "secretary",
    "general", "gen.", "colonel", "col.", "captain", "capt.", "professor", "prof.", "judge", "justice", "king", "queen", "prince", "princess", "pope",
    "saint", "chief", "mayor", "reverend", "rev.", "mr", "mrs", "ms", "dr", "uncle", "aunt", "vice", "deputy", "chairman", "congressman", "mister",
    "justices", "attorney", "solicitor", "commissioner", "ambassador", "dame", "fellow", "pastor", "officer", "agent", "speaker", "father", "mother"}
INSIDE_NAMES = {"of", "the", "for", "and", "&", "'s", "’s", "-", "/", "de", "la", "'", "."}
INSIDE_PERSONS = {"-", "de", "la", "'", ".", "“", "”", '"'}


def gum_mentions(rows):
    """(first row, last row, GUM entity type) of a sentence's mentions that begin and end in it."""
    opened, found = [], []
    for index, row in enumerate(rows):
        match = re.search(r"(?:^|\|)Entity=([^|]*)", row[9])
        if not match:
            continue
        for piece in re.finditer(r"\((\d+)-([a-z]+)[^()]*(\))?|(\d+)\)", match.group(1)):
            number, kind, single, closed = piece.groups()
            if closed is None:
                if single:
                    found.append((index, index, kind))
                else:
                    opened.append((number, kind, index))
                continue
            for k in range(len(opened) - 1, -1, -1):
                if opened[k][0] == closed:
                    _, kind, start = opened.pop(k)
                    found.append((start, index, kind))
                    break
    return found


def gum_names(rows):
    """Sets of allowed name labels from GUM's mentions: the run of proper nouns around a mention's head is its name."""
    sets = [{"O"} for _ in rows]
    for k, row in enumerate(rows):
        if row[3] == "PROPN":
            sets[k] = None
        elif row[3] == "ADJ" and row[1][:1].isupper():
            sets[k] = {"O", "B-NORP", "B-MISC", "B-GPE"}
    taken = set()
    for start, end, kind in sorted(gum_mentions(rows), key=lambda m: m[0] - m[1]):
        inside = range(start, end + 1)
        head = next((w for w in inside if int(rows[w][6]) - 1 not in inside and rows[w][3] != "PUNCT"), None)
        if head is None or rows[head][3] != "PROPN" or head in taken:
            continue
        first = last = head
        inner = INSIDE_PERSONS if kind == "person" else INSIDE_NAMES
        if kind == "person" and rows[head][4] == "NNPS":
            sets[head] = {"O", "B-NORP", "B-PER"}
            taken.add(head)
            continue
        while True:
            k = first - 1
            while k >= start and rows[k][1].lower() in inner and first - k < 4:
                k -= 1
            if k < start or rows[k][3] not in ("PROPN", "NUM") and not (rows[k][3] in ("ADJ", "NOUN") and rows[k][1][:1].isupper()):
                break
            # "Jordan and Egypt" are two names: only what hangs together is one.
            if k < first - 1 and not joined(rows, k, first, head):
                break
            first = k
        while True:
            k = last + 1
            while k <= end and rows[k][1].lower() in inner and k - last < 4:
                k += 1
            if k > end or rows[k][3] not in ("PROPN", "NUM") and not (rows[k][3] in ("ADJ", "NOUN") and rows[k][1][:1].isupper()):
                break
            if k > last + 1 and not joined(rows, k, last, head):
                break
            last = k
        while kind == "person" and first < head and rows[first][1].lower() in TITLES:
            first += 1
        while first < head and rows[first][3] == "NUM" and kind == "person":
            first += 1
        if any(k in taken for k in range(first, last + 1)):
            continue
        if kind == "person" and first == last and rows[head][1].lower() in TITLES:
            continue
        taken.update(range(first, last + 1))
        kinds = GUM_NAMES.get(kind)
        for k in range(first, last + 1):
            if kinds is None:
                sets[k] = None
                continue
            sets[k] = allowed("B" if k == first else "I", [t for t in kinds if t != "O"])
            if "O" in kinds:
                sets[k].add("O")
    return sets


def joined(rows, outer, inner, head):
    """Whether a word hangs on the name's head by words between, not by a conjunction."""
    at = outer
    for _ in range(6):
        if at == head:
            return True
        if rows[at][7].split(":")[0] in ("conj", "appos", "parataxis", "list"):
            return False
        at = int(rows[at][6]) - 1
        if at < 0:
            return False
    return False


def ud_document(path, has_mentions):
    words, gaps, starts, heads, relations = [], [], [], [], []
    labels = collections.defaultdict(list)
    ner = [] if has_mentions else None
    white, first = "", True
    for comments, rows, ranges in read_conllu(path):
        if any(c.startswith(("# newpar", "# newdoc")) for c in comments):
            white = "\n\n"
        base = len(words)
        mention = entity_heads(rows) if has_mentions else {}
        if has_mentions:
            ner += gum_names(rows)
        until = 0
        for k, row in enumerate(rows):
            number = int(row[0])
            inside = number <= until
            if number in ranges:
                until = ranges[number][0]
            words.append(row[1])
            gaps.append(1 if inside else gap_of(white, first))
            first = False
            space_from = ranges[number][1] if number in ranges else row
            if number in ranges:
                after_range = "" if "SpaceAfter=No" in space_from[9] else " "
            if number < until:
                white = ""
            elif number == until and until:
                white = after_range
            else:
                white = "" if "SpaceAfter=No" in row[9] else " "
            starts.append(k == 0)
            head = int(row[6])
            heads.append(-1 if head == 0 else base + head - 1)
            relations.append(row[7])
            labels["upos"].append(row[3])
            labels["xpos"].append(row[4])
            labels["feats"].append(row[5])
            labels["lemma"].append((row[1], row[2]))
            if has_mentions:
                labels["mention"].append(mention.get(k, "O"))
    labels["sentence"] = ["B" if s else "O" for s in starts]
    return Document(os.path.basename(path), words, gaps, dict(labels), ner=ner, heads=heads, relations=relations, starts=starts)


# PolNeAR

def polnear_document(text_path, ann_path):
    text = open(text_path, encoding="utf-8", newline="").read()
    document, spans = from_text(os.path.basename(text_path), text)
    extents, relations = {}, []
    for line in open(ann_path, encoding="utf-8"):
        parts = line.rstrip("\n").split("\t")
        if len(parts) < 2:
            continue  # the text of an extent may run over lines
        if re.fullmatch(r"T\d+", parts[0]):
            kind, places = parts[1].split(" ", 1)
            extents[parts[0]] = (kind, [tuple(map(int, p.split())) for p in places.split(";")])
        elif re.fullmatch(r"E\d+", parts[0]):
            relations.append([a.split(":") for a in parts[1].split()])
    starts_at = {}
    for i, (a, b) in enumerate(spans):
        for c in range(a, b):
            starts_at[c] = i
    tag = ["O"] * len(spans)
    links = {}
    gold = []
    for relation in relations:
        runs = {"Source": [], "Cue": [], "Content": []}
        for role, key in relation:
            role = role.rstrip("0123456789")
            if role not in runs or key not in extents:
                continue
            for a, b in extents[key][1]:
                indices = sorted({starts_at[c] for c in range(a, b) if c in starts_at})
                if indices:
                    runs[role].append(indices)
        gold.append(runs)
        cue = min((r[0] for r in runs["Cue"]), default=None)
        for role, name in (("Source", "SOURCE"), ("Cue", "CUE"), ("Content", "CONTENT")):
            for indices in runs[role]:
                for k, index in enumerate(indices):
                    tag[index] = ("B-" if k == 0 else "I-") + name
                if cue is not None:
                    links[indices[0]] = cue
    document.labels["attribution"] = tag
    document.links = links
    return document, spans, gold


# TimeML

def timeml_document(path, with_events):
    raw = open(path, encoding="utf-8").read()
    body = re.search(r"<TEXT>(.*?)</TEXT>", raw, re.S).group(1)
    text, events, timexes, position = "", [], [], 0
    stack = []
    for match in re.finditer(r"<(/?)(\w+)([^>]*)>|([^<]+)", body):
        closing, tag, attributes, chars = match.groups()
        if chars is not None:
            text += chars.replace("&amp;", "&").replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", '"').replace("&apos;", "'")
        elif not closing:
            if not attributes.endswith("/"):
                stack.append((tag, attributes, len(text)))
        else:
            name, attributes, start = stack.pop()
            attrs = dict(re.findall(r'(\w+)="([^"]*)"', attributes))
            if name == "EVENT":
                events.append((start, len(text), attrs))
            elif name == "TIMEX3":
                timexes.append((start, len(text), attrs))
    instances = {}
    for match in re.finditer(r"<MAKEINSTANCE ([^>]*)/?>", raw):
        attrs = dict(re.findall(r'(\w+)="([^"]*)"', match.group(1)))
        instances.setdefault(attrs.get("eventID"), attrs)
    document, spans = from_text(os.path.basename(path), text)
    n = len(spans)
    document.labels["timex"] = bio_labels(
        n, [(touching(spans, a, b), t["type"]) for a, b, t in timexes if t.get("type") in TIMEX], TIMEX)
    if with_events:
        layers = {k: [None] * n for k in ("eventTense", "eventAspect", "eventPolarity", "eventModality")}
        event = ["O"] * n
        for a, b, attrs in events:
            indices = touching(spans, a, b)
            if not indices:
                continue
            index = indices[-1]
            event[index] = attrs.get("class", "OCCURRENCE")
            made = instances.get(attrs.get("eid"), {})
            layers["eventTense"][index] = made.get("tense", "NONE")
            layers["eventAspect"][index] = made.get("aspect", "NONE")
            layers["eventPolarity"][index] = made.get("polarity", "POS")
            layers["eventModality"][index] = modality(made.get("modality", "NONE"))
        document.labels["event"] = event
        document.labels.update(layers)
    return document


def modality(value):
    value = value.lower().replace("_", " ")
    for modal in ("would", "could", "might", "may", "should", "must", "can"):
        if modal in value:
            return modal
    return {"have to": "must", "'d": "would", "possible": "may", "potential": "may", "unlikely": "may", "likelihood": "may"}.get(value, "NONE")


# Named entities

def allowed(prefix, types):
    return {f"{prefix}-{t}" for t in types}


CROSSNER = {
    "politician": ["PER"], "person": ["PER"], "politicalparty": ["ORG"], "organisation": ["ORG"], "country": ["GPE"],
    "location": ["GPE", "LOC", "FAC"], "election": ["EVENT"], "event": ["EVENT"], "misc": ["NORP", "MISC", "LAW", "WORK", "EVENT"]}
WIKIGOLD = {"PER": ["PER"], "ORG": ["ORG"], "LOC": ["GPE", "LOC", "FAC"], "MISC": ["NORP", "EVENT", "WORK", "LAW", "MISC", "WEAPON"]}


def column_documents(path, mapping, separator, per_document):
    """Sentences of `word<sep>tag` lines; several in a row make one document, so that windows look like text."""
    sentences, words, tags = [], [], []
    for line in open(path, encoding="utf-8"):
        line = line.rstrip("\n")
        if not line.strip():
            if words:
                sentences.append((words, tags))
            words, tags = [], []
            continue
        columns = line.split(separator)
        if len(columns) < 2 or columns[0] == "-DOCSTART-":
            continue
        words.append(columns[0])
        tags.append(columns[-1])
    if words:
        sentences.append((words, tags))
    for k in range(0, len(sentences), per_document):
        all_words, gaps, ner, starts = [], [], [], []
        for w, t in sentences[k:k + per_document]:
            previous = "O"
            for i, (word, tag) in enumerate(zip(w, t)):
                all_words.append(word)
                gaps.append(4 if not gaps else column_gap(word, all_words[-2] if len(all_words) > 1 else ""))
                starts.append(i == 0)
                if tag == "O":
                    ner.append({"O"})
                else:
                    prefix, kind = tag.split("-", 1)
                    if prefix == "I" and previous == "O":
                        prefix = "B"
                    ner.append(allowed(prefix, mapping[kind]))
                previous = tag
        yield Document(f"{os.path.basename(path)}:{k}", all_words, gaps, ner=ner, starts=starts)


def column_gap(word, before):
    """The likely white space before a word of a file that keeps none."""
    if word in ".,;:!?)]%'’”" or word in ("'s", "n't", "'re", "'ve", "'ll", "'d", "'m", "''"):
        return 1
    return 1 if before in ("(", "[", "$", "“", "``") else 2


# re3d: reports on Syria and Iraq, with mentions of every form

RE3D = {
    "Person": ["PER"], "Organisation": ["ORG", "GPE"], "Location": ["GPE", "LOC", "FAC"], "Nationality": ["NORP"],
    "Weapon": ["WEAPON"], "MilitaryPlatform": ["WEAPON"], "DocumentReference": ["LAW", "WORK", "O"]}
#: The annotators' own measure of a mention; those below were found by a program and rejected.
RE3D_SURE = 0.5
RE3D_NO_NAMES = {"i", "we", "it", "he", "she", "they", "our", "their", "his", "her", "its", "my", "us", "you", "this", "that", "these", "those"}


def re3d_documents(folder):
    """Names from mentions that are capitalised throughout; of a person's only what follows the titles. What else is capitalised is unknown."""
    mentions = collections.defaultdict(list)
    for line in open(f"{folder}/entities.json", encoding="utf-8"):
        entity = json.loads(line)
        if entity["confidence"] >= RE3D_SURE and entity["type"] in RE3D:
            mentions[entity["documentId"]].append((entity["begin"], entity["end"], entity["type"]))
    for line in open(f"{folder}/documents.json", encoding="utf-8"):
        record = json.loads(line)
        document, spans = from_text(record["_id"], record["text"])
        capital = [w[:1].isupper() for w in document.words]
        document.ner = [None if c and w.lower() not in RE3D_NO_NAMES else {"O"} for c, w in zip(capital, document.words)]
        taken = set()
        for begin, end, kind in sorted(mentions[record["_id"]], key=lambda m: m[0] - m[1]):
            inside = [i for i in touching(spans, begin, end) if i not in taken]
            while inside and document.words[inside[0]].lower() in ("the", "a", "an"):
                inside.pop(0)
            if not inside or inside[-1] - inside[0] != len(inside) - 1 or not capital[inside[-1]] or document.words[inside[-1]].lower() in RE3D_NO_NAMES:
                continue
            if kind == "Person":
                last_title = max((i for i in inside if document.words[i].lower() in TITLES), default=-1)
                kept = [i for i in inside if i > last_title] if all(capital[i] for i in inside) else []
            else:
                kept = inside if capital[inside[0]] and all(capital[i] or document.words[i].lower() in INSIDE_NAMES for i in inside) else []
            taken.update(inside)
            for i in inside:
                document.ner[i] = None
            types = [t for t in RE3D[kind] if t != "O"]
            for k, i in enumerate(kept):
                document.ner[i] = allowed("I" if k else "B", types) | ({"O"} if "O" in RE3D[kind] else set())
        yield document


# WikiEvents

def wikievents_documents(path, keep):
    for line in open(path, encoding="utf-8"):
        record = json.loads(line)
        words = [w for s in record["sentences"] for w in s]
        gaps, starts = [], []
        for s in record["sentences"]:
            for i, w in enumerate(s):
                gaps.append(4 if not gaps else column_gap(w, s[i - 1] if i else "") if i else 2)
                starts.append(i == 0)
        tags = ["O"] * len(words)
        for start, end, kinds in record["evt_triggers"]:
            kind = coarse(kinds[0][0])
            if kind not in keep or end < start:
                continue
            for i in range(start, min(end + 1, len(tags))):
                tags[i] = ("B-" if i == start else "I-") + kind
        yield Document(record["doc_key"], words, gaps, {"incident": tags}, starts=starts)


def coarse(kind):
    return ".".join(kind.split(".")[:2])


def wikievents_types(path, least=20):
    counts = collections.Counter()
    for line in open(path, encoding="utf-8"):
        for _, _, kinds in json.loads(line)["evt_triggers"]:
            counts[coarse(kinds[0][0])] += 1
    return sorted(k for k, n in counts.items() if n >= least)


def heldout_timebank(data):
    """Every fifth TimeBank document, by name: never trained on."""
    return [os.path.basename(p) for i, p in enumerate(sorted(glob.glob(f"{data}/timeml/TimeBank/*.tml"))) if i % 5 == 0]


def training_documents(data, silver=None):
    """All training documents; `silver` maps a document's name to its list of allowed NER label sets."""
    documents = []
    for corpus in ("EWT", "GUM"):
        for path in sorted(glob.glob(f"{data}/ud/{corpus}/train/*.conllu")):
            documents.append(ud_document(path, corpus == "GUM"))
    for path in sorted(glob.glob(f"{data}/polnear/train/text/*.txt")):
        documents.append(polnear_document(path, annotation_path(path))[0])
    held = set(heldout_timebank(data))
    for path in sorted(glob.glob(f"{data}/timeml/TimeBank/*.tml")):
        if os.path.basename(path) not in held:
            document = timeml_document(path, True)
            document.repeat = 3
            documents.append(document)
    for path in sorted(glob.glob(f"{data}/timeml/WikiWars/*.tml")):
        documents.append(timeml_document(path, False))
    keep = set(wikievents_types(f"{data}/events/wikievents/train.jsonl"))
    documents += list(wikievents_documents(f"{data}/events/wikievents/train.jsonl", keep))
    documents += list(column_documents(f"{data}/ner/wikigold.conll", WIKIGOLD, " ", 12))
    for part in ("train", "dev"):
        for document in column_documents(f"{data}/ner/crossner-politics-{part}.txt", CROSSNER, "\t", 6):
            document.repeat = 2
            documents.append(document)
    for folder in sorted(glob.glob(f"{data}/ner/re3d/*/")):
        for document in re3d_documents(folder):
            document.repeat = 2
            documents.append(document)
    for document in documents:
        if document.ner is None and silver and document.name in silver:
            document.ner = silver[document.name]
    return documents


def annotation_path(text_path):
    """The annotation beside a text; annotation files carry a suffix of their own."""
    stem = os.path.basename(text_path)[:-4]
    folder = os.path.dirname(text_path).replace("/text", "/attributions")
    matches = glob.glob(glob.escape(f"{folder}/{stem}") + "*.ann")
    return matches[0]
