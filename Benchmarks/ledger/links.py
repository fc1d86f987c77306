"""Joins what LedgerBenchmark links wrote, and compares with what three ledgers tied: python3 links.py FOLDER (duckdb must be installed)"""
import os
import pathlib
import resource
import sys
import time

import duckdb

folder = pathlib.Path(sys.argv[1]).resolve()
script = pathlib.Path(__file__).resolve().parent.parent.parent / "scripts/links.sql"
os.chdir(folder)
began, processor = time.time(), time.process_time()
duckdb.execute(script.read_text())
print(f"joined in {time.time() - began:.1f} s, {time.process_time() - processor:.1f} s of processor time, "
      f"{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> 10} MB")
joined = {key: original for key, original in duckdb.sql("SELECT key, original FROM 'links.parquet'").fetchall()}
status = 0
for path in sorted(folder.glob("links-*.tsv")):
    live = dict(line.split("\t") for line in path.read_text().splitlines())
    other = {key for key in live.keys() | joined.keys() if live.get(key) != joined.get(key)}
    print(f"{path.stem}: {len(live)} links, {len(other)} other than the join's {len(joined)}")
    status |= bool(other)
sys.exit(status)
