#!/usr/bin/env python3
"""Make Data/actors.tsv from the Phoenix actor dictionaries.

usage: build_actors.py DICTIONARIES EWT_AND_GUM_FOLDER > Data/actors.tsv

Keeps undated entries of armed groups, international bodies and non-governmental organisations; single common
English words (any that the treebanks write in lower case) are left out, as are names without an organisation's
look in the list that mixes bodies with persons.
"""
import collections
import glob
import re
import sys

ORGANISATION = re.compile(
    r"\b(organi[sz]ation|union|league|bank|fund|council|commission|committee|agency|association|army|front|brigades?"
    r"|movement|party|jihad|liberation|forces?|international|united|nations|world|federation|conference|forum|court"
    r"|community|alliance|programme?|institute|society|network|cent(er|re)|militia|coalition|guard|resistance|mission"
    r"|initiative|group|secretariat|tribunal|authority|doctors|amnesty|watch|relief|red)\b")
# Aliases that other groups carry more often than the one they are listed under.
AMBIGUOUS = {"islamic jihad", "revolutionary army", "national army", "liberation army", "freedom fighters", "party of god",
             "islamic party", "islamic front", "national front", "democratic front", "popular front", "people's party"}
ROLES = {"REB": "armedGroup", "UAF": "armedGroup", "SEP": "armedGroup", "INS": "armedGroup"}


def kind(code):
    if code.startswith("IGO"):
        return "international"
    if code.startswith("IMG"):
        return "armedGroup"
    if code.startswith("NGO"):
        return "civil"
    return ROLES.get(code[3:6])


def normal(name):
    name = re.sub(r"[_\s]+", " ", name).strip()
    return re.sub(r"^the ", "", name.lower())


def common_words(folder):
    words = set()
    for path in glob.glob(folder + "/*/train/*.conllu"):
        for line in open(path, encoding="utf-8"):
            fields = line.split("\t")
            if len(fields) == 10 and fields[1].isalpha() and fields[1].islower():
                words.add(fields[1])
    return words


def entries(path):
    """Names and code of each entry that has a code without dates."""
    names, code, dated = [], None, False
    for line in list(open(path, errors="ignore")) + ["END_ [XXX]"]:
        line = line.split("#")[0].rstrip()
        if not line.strip():
            continue
        name = re.sub(r"\[.*", "", line).strip()
        if name and line[0] not in "\t +":
            if names and code and not dated:
                yield names, code
            names, code, dated = [normal(name)], None, False
        elif line.startswith("+"):
            names.append(normal(name[1:]))
        dated = dated or bool(re.search(r"\[[A-Z]{3,12}\s+[<>0-9]", line))
        plain = re.search(r"\[([A-Z]{3,12})\s*\]", line)
        if plain and code is None:
            code = plain.group(1)


def main():
    dictionaries, treebanks = sys.argv[1:]
    common = common_words(treebanks)
    groups, seen = collections.defaultdict(list), set()
    for file, mixed in (("Phoenix.MilNonState.actors.txt", False), ("Phoenix.International.actors.txt", True)):
        for names, code in entries(f"{dictionaries}/{file}"):
            sort = kind(code)
            for name in names:
                if sort is None or name in seen or name in AMBIGUOUS or len(name) < 4:
                    continue
                if not re.fullmatch(r"[a-z0-9'\-. &]+", name) or " " not in name and (len(name) < 5 or name in common):
                    continue
                if mixed and not ORGANISATION.search(name):
                    continue
                seen.add(name)
                groups[sort, code].append(name)
    print("# kind\tcode\tnames in lower case between bars")
    print("# Made by Training/build_actors.py from the Phoenix actor dictionaries (Open Event Data Alliance, MIT), 2026-11; undated entries only.")
    for (sort, code), names in sorted(groups.items()):
        print(f"{sort}\t{code}\t{'|'.join(sorted(names))}")


if __name__ == "__main__":
    main()
