#!/usr/bin/env python3
"""Counts in how many of many news texts each stem stands: the fixed background of likeness between reports.

usage: background.py OUT.tsv FILE|FOLDER...

Texts are .txt files, .json articles with `text` (and `title`), or .jsonl with `text` or `sentences` a line. The stems are those of
Sources/HearsayStories/Text/StoryWords.swift: change both together. Stems of fewer than three texts are left out: whatever
is not in the table is taken to be in two.
"""
import collections, json, os, re, sys

ENDINGS = ["ations", "ation", "ions", "ings", "ing", "ion", "ies", "ed", "es", "s"]


def stem(word):
    """A lower-case word without its ending."""
    for ending in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            word = word[: -len(ending)]
            break
    if len(word) > 3 and word[-1] == word[-2] and word[-1] not in "lsz":
        word = word[:-1]
    if len(word) > 3 and word[-1] == "e":
        word = word[:-1]
    return word


def words(text):
    """Runs of letters and digits, in lower case, with what follows an apostrophe cut off."""
    for match in re.finditer(r"[^\W_]+(?:['’][^\W_]+)*", text):
        yield re.split("['’]", match.group())[0]


def stems(text):
    return {stem(word.lower()) for word in words(text) if len(word) > 1}


def texts(path):
    if os.path.isdir(path):
        for folder, _, names in sorted(os.walk(path)):
            for name in sorted(names):
                if name.endswith((".txt", ".json", ".jsonl")):
                    yield from texts(os.path.join(folder, name))
    elif path.endswith(".jsonl"):
        for line in open(path, encoding="utf-8"):
            record = json.loads(line)
            yield record.get("text") or " ".join(" ".join(s[0] if isinstance(s[0], list) else s) for s in record.get("sentences", []))
    elif path.endswith(".json"):
        record = json.load(open(path, encoding="utf-8"))
        if isinstance(record, dict) and isinstance(record.get("text"), str):
            yield (record.get("title") or "") + "\n" + record["text"]
        elif isinstance(record, dict) and isinstance(record.get("body-paragraphs"), list):
            yield (record.get("title") or "") + "\n" + "\n".join(" ".join(p) for p in record["body-paragraphs"])
    else:
        yield open(path, encoding="utf-8", errors="replace").read()


def main():
    out, paths = sys.argv[1], sys.argv[2:]
    seen, count, total = set(), collections.Counter(), 0
    for path in paths:
        for text in texts(path):
            found = stems(text)
            key = hash(frozenset(found))
            if len(found) < 20 or key in seen:
                continue
            seen.add(key)
            total += 1
            count.update(found)
    kept = sorted((s, n) for s, n in count.items() if n >= 3)
    with open(out, "w", encoding="utf-8") as file:
        file.write("# In how many news texts a stem stands: what likeness between reports weighs words by.\n")
        file.write("# Made by Training/stories/background.py from the development texts named in Documentation/Stories.md; facts of words, no text.\n")
        file.write(f"# texts\t{total}\n")
        for s, n in kept:
            file.write(f"{s}\t{n}\n")
    print(total, "texts,", len(kept), "stems of", len(count))


if __name__ == "__main__":
    main()
