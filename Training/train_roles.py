"""Learns what the place of a word in its sentence's tree says of its part in an event: the table `Data/roles.tsv`.

    hearsay annotate -f json CODED/*.txt > trees.jsonl      # the reports that may be trained on, paragraphs with an empty line between
    python Training/train_roles.py trees.jsonl DATA/happenings EXAM Data/roles.tsv

A multinomial regression over fifteen features of a word and a trigger (`Sources/HearsayReading/Roles/RoleFeatures.swift` asks the
same; change both together). Examples are the coders' mentions with all words of their sentences that may have a part; a word has the
part that the coders gave to a phrase like it in that happening. EXAM holds the data's own checker of its format. Needs torch.
"""

import json
import os
import re
import sys
from collections import Counter, defaultdict

PARTS = ["none", "actor", "recipient", "place", "time", "instrument", "blamed", "count"]
SUBTYPES = {"nsubj:pass", "obl:agent", "nmod:poss", "obl:unmarked", "nmod:unmarked", "acl:relcl", "compound:prt"}
IDLE = {"the", "a", "an", "of", "and", "its", "his", "her", "their", "in", "to", "on", "at", "by"}
SCALE, EPOCHS, RATE, DECAY, LEAST, WEIGHT = 50, 7, 0.15, 5e-4, 15, 0.2


def content(string):
    return {w for w in re.findall(r"[a-z0-9]+", string.lower().replace("’", "").replace("'", "")) if w not in IDLE}


def alike(one, other):
    a, b = content(one), content(other)
    return bool(a and b) and (a <= b or b <= a or len(a & b) / len(a | b) >= 0.5)


class Text:
    """A text as `hearsay annotate` reads it, its words numbered throughout."""

    def __init__(self, read):
        self.text, self.words, self.sentences = read["text"], [], []
        for sentence in read["sentences"]:
            first = len(self.words)
            for word in sentence["words"]:
                word = dict(word, above=first + word["head"] - 1 if word["head"] else None)
                self.words.append(word)
            self.sentences.append(range(first, len(self.words)))
        self.below = defaultdict(list)
        for i, word in enumerate(self.words):
            if word["above"] is not None:
                self.below[word["above"]].append(i)
        self.name, self.type, self.time = {}, {}, set()
        for number, name in enumerate(read["names"]):
            for i in self.touching(name["span"]["start"], name["span"]["end"]):
                self.name[i], self.type[i] = number, name["type"]
        for time in read["times"]:
            self.time.update(self.touching(time["span"]["start"], time["span"]["end"]))

    def touching(self, start, end):
        return [i for i, w in enumerate(self.words) if w["span"]["start"] < end and w["span"]["end"] > start]

    def sentence(self, word):
        return next(s for s in self.sentences if word in s)

    def head(self, run):
        return next((i for i in run if self.words[i]["above"] not in run), run[0])

    def relation(self, i):
        full = self.words[i]["deprel"]
        return full if full in SUBTYPES else full.split(":")[0]

    def candidates(self, sentence):
        for i in sentence:
            word, above = self.words[i], self.words[i]["above"]
            if word["upos"] not in ("NOUN", "PROPN", "PRON", "NUM", "SYM") and not (word["upos"] == "ADJ" and i in self.name):
                continue
            if word["deprel"] in ("flat", "fixed", "goeswith", "nummod"):
                continue
            if word["deprel"] == "compound" and (i not in self.name or above is not None and self.name.get(above) == self.name[i]):
                continue
            yield i

    def leftmost(self, i):
        return min([i] + [self.leftmost(k) for k in self.below[i]])

    def phrase(self, i):
        low, high = i, i + 1
        for k in self.below[i]:
            if k < i and self.relation(k) in ("det", "amod", "compound", "nummod", "nmod:poss", "flat"):
                low = min(low, self.leftmost(k))
            elif k > i and self.relation(k) == "flat":
                high = max(high, k + 1)
        while i in self.name and self.name.get(high) == self.name[i]:
            high += 1
        return self.text[self.words[low]["span"]["start"]:self.words[high - 1]["span"]["end"]]

    def path(self, i, trigger):
        above = [trigger]
        while len(above) < 7 and self.words[above[-1]]["above"] is not None:
            above.append(self.words[above[-1]]["above"])
        up = []
        for _ in range(5):
            if i in above:
                return "<".join(up) + "|" + ">".join(map(self.relation, above[:above.index(i)]))
            if self.words[i]["above"] is None:
                break
            up.append(self.relation(i))
            i = self.words[i]["above"]
        return "far"

    def is_passive(self, i):
        relations = [self.words[k]["deprel"] for k in self.below[i]]
        if "nsubj:pass" in relations or "aux:pass" in relations:
            return True
        return self.words[i]["xpos"] == "VBN" and not any(r.startswith("aux") for r in relations)

    def kind(self, i):
        if i in self.time:
            return "TIME"
        if i in self.type:
            return self.type[i]
        word = self.words[i]
        return word["upos"] if word["upos"] in ("PRON", "NUM") else "m:" + (word.get("mention") or "-")

    def preposition(self, i):
        return next((self.words[k]["form"].lower() for k in self.below[i] if self.words[k]["deprel"] == "case"), "-")

    def features(self, i, trigger, kind_of_event):
        word, told, path, kind = self.words[i], self.words[trigger], self.path(i, trigger), self.kind(i)
        voice = told["upos"][:4] + ("p" if told["upos"] == "VERB" and self.is_passive(trigger) else "")
        mark = self.preposition(i)
        if mark == "-" and word["deprel"] in ("conj", "appos", "compound", "nmod:poss") and word["above"] is not None:
            mark = "^" + self.preposition(word["above"])
        side, noun = "L" if i < trigger else "R", word["lemma"].lower() if word["upos"] == "NOUN" else "-"
        return [
            f"P={voice}{path}", f"K={kind}", f"PK={path}/{kind}", f"TP={kind_of_event}/{voice}{path}", f"pr={mark}/{kind}",
            f"prP={mark}/{voice}{path}", f"prT={mark}/{kind_of_event}", f"LP={told['lemma'].lower()}/{path}",
            f"TK={kind_of_event}/{kind}", f"S={side}{min(abs(i - trigger), 12) // 3}", f"SK={side}{kind}{voice}", f"cl={noun}",
            f"clT={noun}/{kind_of_event}", f"trel={self.relation(trigger)}/{side}{kind}", f"cr={self.relation(i)}{voice}{side}"]


def examples(trees, folder, parse, paragraphs):
    for line in open(trees, encoding="utf-8"):
        read = json.loads(line)
        name = os.path.basename(read["name"])[:-4]
        if sum(map(int, re.match(r"r(\d+)", name)[1])) % 5 == 0:
            continue
        path = os.path.join(folder, name + ".ann")
        text, told, starts, at = Text(read), paragraphs(path), {}, 0
        for k in sorted(told):
            starts[k] = max(text.text.find(told[k], at), text.text.find(told[k]))
            at = max(at, starts[k] + len(told[k]))

        def run(paragraph, words, occurrence=1):
            i = -1
            for _ in range(occurrence):
                i = told[paragraph].find(words, i + 1)
            start = starts[paragraph] + i
            return text.touching(start, start + len(words)) if i >= 0 and starts[paragraph] >= 0 else []

        for happening in parse(path)[0]:
            wanted = [(r["role"], r["w"]) for r in happening["roles"]] + [("blamed", b["w"]) for b in happening["blames"]]
            wanted.sort(key=lambda r: PARTS.index(r[0]))
            counted = {i for f in happening["figs"] for i in run(f["p"], f["w"])}
            for mention in happening["mentions"]:
                words = run(mention["p"], mention["w"], mention["k"])
                if not words:
                    continue
                trigger = text.head(words)
                sentence = text.sentence(trigger)
                asked = set(text.candidates(sentence)) | {i for i in sentence if text.words[i]["upos"] == "NUM"}
                for i in sorted(asked.difference(words)):
                    word = text.words[i]
                    if word["upos"] == "PRON":
                        continue
                    part = "none"
                    if i in counted:
                        part = "count"
                    elif not (word["upos"] == "NUM" and word["deprel"] == "nummod"):
                        phrase = re.sub(r"^(the|an?) ", "", text.phrase(i), flags=re.I)
                        part = next((p for p, w in wanted if alike(w, phrase)), "none")
                    yield text.features(i, trigger, happening["type"]), PARTS.index(part)


def main():
    trees, folder, exam, table = sys.argv[1:]
    sys.path.insert(0, exam)
    import torch
    from happenings_format import load, parse
    torch.manual_seed(0)
    rows = list(examples(trees, folder, parse, load))
    met = Counter(f for features, _ in rows for f in features)
    number = {f: i + 1 for i, f in enumerate(sorted(f for f in met if met[f] >= LEAST))}
    asked = torch.tensor([[number.get(f, 0) for f in features] for features, _ in rows])
    right = torch.tensor([part for _, part in rows])
    weights = torch.nn.Embedding(len(number) + 1, len(PARTS), padding_idx=0)
    torch.nn.init.zeros_(weights.weight)
    bias = torch.nn.Parameter(torch.zeros(len(PARTS)))
    optimizer = torch.optim.Adagrad([*weights.parameters(), bias], lr=RATE)
    for _ in range(EPOCHS):
        for chosen in torch.randperm(len(rows)).split(512):
            each = weights(asked[chosen])
            loss = torch.nn.functional.cross_entropy(each.sum(1) + bias, right[chosen])
            loss = loss + DECAY * (each ** 2).sum((1, 2)).mean()
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
    learned, base = weights.weight.detach(), bias.detach()
    learned, base = learned - learned[:, :1], base - base[0]
    head = [line for line in open(table, encoding="utf-8") if line.startswith("#")]

    def line(feature, values):
        return feature + "".join(f"\t{round(v * SCALE)}" for v in values[1:].tolist()) + "\n"

    with open(table, "w", encoding="utf-8") as out:
        out.writelines(head)
        out.write(line("bias", base))
        for feature, i in sorted(number.items()):
            if learned[i].abs().max() >= WEIGHT:
                out.write(line(feature, learned[i]))


if __name__ == "__main__":
    main()
