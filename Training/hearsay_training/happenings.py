"""Reports coded by hand for happenings, as documents with labels for the heads that read happenings.

The format is that of the data's MANUAL.md. A report whose number has a sum of digits divisible by five is never trained on.
"""

import os
import re
from dataclasses import dataclass, field

from .documents import Document, from_text

TYPES = (
    "AGREE CONSULT SUPPORT COOPERATE AID CONCEDE RETREAT REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION MOBILIZE COERCE ASSAULT "
    "ELECTION ACCIDENT CRIME DISASTER").split()
STATUSES = "happened ongoing attempted threatened planned expected hypothetical demanded denied negated".split()
ROLES = ["none", "actor", "recipient", "place", "time", "instrument", "count", "mouth", "blamed"]
MODES = (
    "meeting visit call negotiation economic military humanitarian release resign investigate lawsuit demonstration strike riot boycott "
    "deployment exercise test arrest trial sentence ban seizure raid cyber bombing shooting aerial abduction assassination sexual arson "
    "stabbing vehicle clash law referendum").split()
LABELS = {
    "happening": ["O"] + TYPES, "mode": ["none"] + MODES, "status": STATUSES, "voice": ["reporter", "mouth"], "role": ROLES}


@dataclass
class CodedReport:
    """A document with its happenings: word indices throughout."""

    document: Document
    #: (word, happening) of the first word of each mention
    mentions: list = field(default_factory=list)
    #: happening -> {word: role}; roles hold for all mentions of a happening
    roles: dict = field(default_factory=dict)
    #: words of which it is not known whether they have a role in a happening: the same words elsewhere
    unsure: dict = field(default_factory=dict)
    #: first word of a mention -> words that name its mouth
    mouths: dict = field(default_factory=dict)
    #: words in somebody's mouth according to the coder
    spoken: set = field(default_factory=set)


def is_held_out(name):
    return sum(map(int, re.match(r"r(\d+)", name)[1])) % 5 == 0


def paragraphs(path):
    found = {}
    for line in open(path, encoding="utf-8"):
        match = re.match(r"\[(\d+)\] (.*)", line)
        if match:
            found[int(match[1])] = match[2]
    return found


def report(path, parse):
    """`parse`: reads the .ann file into happenings, as the data's own checker does."""
    happenings, _ = parse(path)
    texts = paragraphs(path[:-4] + ".txt")
    text, at = "", {}
    for k in sorted(texts):
        at[k] = len(text)
        text += texts[k] + "\n\n"
    document, spans = from_text(os.path.basename(path)[:-4], text)
    owner = {c: i for i, (a, b) in enumerate(spans) for c in range(a, b)}
    n = len(spans)
    paragraph = [max(k for k in at if at[k] <= a) for a, _ in spans]
    coded = CodedReport(document)
    layers = {name: [None] * n for name in ("mode", "status", "voice")}
    layers["happening"] = ["O"] * n

    def words(p, exact, k=1):
        i = -1
        for _ in range(k):
            i = texts[p].find(exact, i + 1)
        if i < 0:
            return []
        return sorted({owner[c] for c in range(at[p] + i, at[p] + i + len(exact)) if c in owner})

    def everywhere(exact):
        """Runs of words with the same characters anywhere in the report."""
        for match in re.finditer(r"(?<!\w)" + re.escape(exact) + r"(?!\w)", text):
            yield sorted({owner[c] for c in range(match.start(), match.end()) if c in owner})

    for number, h in enumerate(happenings):
        roles, unsure = coded.roles.setdefault(number, {}), coded.unsure.setdefault(number, set())
        named = [(ROLES.index(r["role"]), r["p"], r["w"], r["k"]) for r in h["roles"]]
        named += [(ROLES.index("count"), f["p"], f["w"], 1) for f in h["figs"]]
        named += [(ROLES.index("blamed"), b["p"], b["w"], 1) for b in h["blames"]]
        for role, p, exact, k in named:
            for w in words(p, exact, k):
                roles[w] = role
            for run in everywhere(exact):
                unsure.update(run)
        for m in h["mentions"]:
            run = words(m["p"], m["w"], m["k"])
            if not run:
                continue
            for w in run:
                layers["happening"][w] = h["type"]
                layers["mode"][w] = h["mode"] or "none"
                layers["status"][w] = m["status"]
                layers["voice"][w] = "mouth" if m["said"] is not None else "reporter"
                if m["said"] is not None:
                    coded.spoken.add(w)
            coded.mentions.append((run[0], number))
            if m["said"] not in (None, "?"):
                # The occurrence in the same paragraph, nearest to the trigger; else none is sure.
                near = [r for r in everywhere(m["said"]) if r and paragraph[r[0]] == m["p"]]
                if near:
                    coded.mouths[run[0]] = min(near, key=lambda r: abs(r[0] - run[0]))
        unsure.difference_update(roles)
    document.labels = layers
    return coded


def reports(folder, parse):
    names = sorted(f for f in os.listdir(folder) if re.fullmatch(r"r\d+\.ann", f))
    return [report(os.path.join(folder, f), parse) for f in names]


def invented(path):
    """Texts of our own that teach what happened and what did not: (words, gaps, labels) of each line `kind<TAB>text`.

    `[[words|TYPE/mode|status|voice]]` marks a happening; voice is `-` for the reporter's own, `x` for somebody's mouth; the four
    characters of two escaped line breaks stand before a new paragraph.
    """
    found = []
    for line in open(path, encoding="utf-8"):
        columns = line.rstrip("\n").split("\t")
        if len(columns) != 2:
            continue
        text, marks = "", []
        for piece in re.split(r"(\[\[[^\[\]]*\]\])", columns[1].replace("\\n", "\n")):
            if piece.startswith("[["):
                words, kind, status, voice = piece[2:-2].split("|")
                marks.append((len(text), len(text) + len(words), kind, status, voice))
                text += words
            else:
                text += piece
        document, spans = from_text("invented", text)
        labels = {"happening": ["O"] * len(spans), **{k: [None] * len(spans) for k in ("mode", "status", "voice")}}
        for start, end, kind, status, voice in marks:
            kind, _, mode = kind.partition("/")
            for i, (a, b) in enumerate(spans):
                if a < end and start < b:
                    labels["happening"][i], labels["mode"][i] = kind, mode or "none"
                    labels["status"][i], labels["voice"][i] = status, "mouth" if voice == "x" else "reporter"
        found.append((document.words, document.gaps, labels))
    return found
