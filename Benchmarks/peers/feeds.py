"""Reads feedparser's own test feeds with feedparser and with `hearsay watch --list`, and counts where both say the same.

`python Benchmarks/peers/feeds.py HEARSAY TESTS` (requirements-feeds.txt)

HEARSAY is the tool, TESTS the folder `tests` of feedparser's source package. Counted is what feedparser gives a value for: the number of
entries of a feed, and of each entry the headline (markup taken off), address, id, author, and date of publication or change. CDF, a form
nobody writes any more, is left out. Both read the files themselves; what a header would say of them is not known to either.
"""

import argparse
import calendar
import collections
import glob
import html
import json
import os
import re
import subprocess

import feedparser


def instant(text):
    """Seconds since 1970 of a date as Hearsay writes it."""
    form = r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?(?:T(\d\d):(\d\d)(?::(\d\d))?)?(Z|[+-]\d\d:\d\d)?"
    match = re.fullmatch(form, text or "")
    if not match:
        return None
    *parts, zone = match.groups()
    first = [0, 1, 1, 0, 0, 0]
    seconds = calendar.timegm(tuple(int(p) if p else f for p, f in zip(parts, first)))
    if zone and zone != "Z":
        sign = 1 if zone[0] == "+" else -1
        seconds -= sign * (int(zone[1:3]) * 3600 + int(zone[4:6]) * 60)
    return seconds


def letters(text, markup=False):
    text = text or ""
    if markup:
        text = html.unescape(re.sub(r"<[^>]*>", " ", re.sub(r"(?s)<(script|style).*?</\1>", " ", text)))
    return re.sub(r"\s", "", text)


def compare(theirs, ours):
    """What of an entry feedparser has, and whether ours is the same."""
    if theirs.get("title"):
        title = letters(ours["title"])
        yield "headline", title in (letters(theirs.title), letters(theirs.title, markup=True))
    if theirs.get("link", "").startswith("http"):
        yield "address", theirs.link.split("#")[0] == ours["address"]
    if theirs.get("id"):
        yield "id", theirs.id == ours["id"]
    name = theirs.get("author_detail", {}).get("name")
    if name:
        yield "author", letters(name) in letters(ours["author"])
    told = [theirs[k] for k in ("published_parsed", "updated_parsed") if k in theirs and theirs[k]]
    if told:
        mine = [instant(ours["published"]), instant(ours["updated"])]
        yield "date", all(calendar.timegm(t) in mine for t in told)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("hearsay")
    parser.add_argument("tests")
    arguments = parser.parse_args()
    pattern = os.path.join(os.path.abspath(arguments.tests), "**", "*.xml")
    files = [os.path.realpath(f) for f in sorted(glob.glob(pattern, recursive=True))]
    told = subprocess.run(
        [arguments.hearsay, "watch", "--list", "-f", "jsonl", *files],
        capture_output=True, text=True, check=False)
    ours = collections.defaultdict(list)
    for line in told.stdout.splitlines():
        entry = json.loads(line)
        ours[entry["feed"]].append(entry)
    all_, same, feeds = collections.Counter(), collections.Counter(), 0
    for path in files:
        with open(path, "rb") as file:
            read = feedparser.parse(
                file.read(), sanitize_html=False, response_headers={"content-location": "file://" + path})
        if not (read.entries or read.feed) or read.get("version") == "cdf":
            continue
        feeds += 1
        all_["entries"] += 1
        same["entries"] += len(read.entries) == len(ours[path])
        for one, other in zip(read.entries, ours[path]):
            for field, is_same in compare(one, other):
                all_[field] += 1
                same[field] += is_same
    print(f"feedparser {feedparser.__version__}, {feeds} feeds")
    for field, count in all_.items():
        print(f"{field:10} {same[field]} of {count}")


if __name__ == "__main__":
    main()
