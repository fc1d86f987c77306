"""What the installed package promises; scripts/wheel-test runs this in an environment that holds nothing else.

SAMPLES names a folder of reports; HEARSAY the program, whose lines must be the same; READINGS how many are made to see whether memory grows. With
HEARSAY_LIBRARY the package of the source tree is tested, on a library that was built just now.
"""
import gc
import inspect
import json
import multiprocessing
import os
import pathlib
import subprocess
import sys
import threading
import time
import unittest

import hearsay
from hearsay import BadRequest, NoData, NoReport, Reader, Report

SAMPLES = sorted(pathlib.Path(os.environ["SAMPLES"]).glob("*.*"))
READINGS = int(os.environ.get("READINGS", "1500"))
PROGRAM = os.environ.get("HEARSAY")
SENTENCE = b"The army said on Tuesday that rebels had shelled the port."


def resident():
    return int(pathlib.Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGESIZE") // 1024


def in_child(pipe, reader, data):
    pipe.send(reader.read_json(data))
    pipe.close()


class WheelTests(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        started = time.perf_counter()
        cls.reader = Reader()
        first, again, processor = time.perf_counter() - started, [], time.process_time()
        for _ in range(9):
            started = time.perf_counter()
            Reader().close()
            again.append(time.perf_counter() - started)
        processor = (time.process_time() - processor) / len(again)
        print(f"opened in {first:.3f} s, again in {sorted(again)[4]:.3f} s (median; {processor:.3f} s of the processor)", file=sys.stderr)
        cls.pages = [(str(path), path.read_bytes()) for path in SAMPLES]

    @classmethod
    def tearDownClass(cls):
        cls.reader.close()

    def test_it_is_what_was_installed(self):
        if not os.environ.get("HEARSAY_LIBRARY"):
            self.assertIn("site-packages", hearsay.__file__)
        self.assertTrue((pathlib.Path(hearsay.__file__).parent / "py.typed").exists())
        self.assertEqual(hearsay.__version__, hearsay.version())
        for function in (Reader.read, Reader.read_many, hearsay.to_pandas, hearsay.to_arrow, hearsay.rows):
            hints = inspect.signature(function)
            self.assertIsNot(hints.return_annotation, inspect.Signature.empty)

    @unittest.skipUnless(PROGRAM, "no program to compare with")
    def test_it_reads_what_the_program_reads(self):
        for path, data in self.pages:
            run = subprocess.run(
                [PROGRAM, "read", "--no-store", "-q", "-f", "jsonl", path], check=True, capture_output=True)
            self.assertEqual(self.reader.read_json(data, url=path) + b"\n", run.stdout, path)

    def test_positions_count_characters(self):
        for path, data in self.pages:
            reading = self.reader.read(data, url=path)
            text = reading["report"]["text"]
            for claim in reading["claims"]:
                for span in claim["content"]:
                    self.assertEqual(text[span["start"]:span["end"]], span["exact"])

    def test_requests_are_used_and_mistakes_are_told(self):
        reading = self.reader.read(SENTENCE, published="2031-03-04", url="https://news.example/a")
        self.assertEqual(reading["report"]["published"], "2031-03-04")
        self.assertEqual(reading["report"]["url"], "https://news.example/a")
        with self.assertRaises(NoReport):
            self.reader.read(b"\0" * 400)
        with self.assertRaises(NoReport):
            self.reader.read(b"")
        with self.assertRaises(BadRequest):
            self.reader.read(SENTENCE, url=7)
        with self.assertRaises(NoData) as told:
            Reader("/nowhere")
        self.assertIn("/nowhere/Models", str(told.exception))
        self.assertEqual(self.reader.read(bytearray(SENTENCE)), self.reader.read(SENTENCE))

    def test_many_come_in_order_and_one_bad_report_stops_nothing(self):
        given = [Report(data, path) for path, data in self.pages] * 3
        given.insert(4, b"\0" * 400)
        found = list(self.reader.read_many(given, threads=3))
        self.assertEqual(len(found), len(given))
        self.assertIsInstance(found[4], NoReport)
        for one, reading in zip(given, found):
            if isinstance(one, Report):
                self.assertEqual(reading["report"]["url"], one.url)
        self.assertEqual(found[0], found[len(self.pages) + 1])
        # What nobody takes is not read: the source is asked for a few beyond.
        taken = []
        run = self.reader.read_many((taken.append(n) or SENTENCE for n in range(100)), threads=2)
        next(run)
        run.close()
        self.assertLess(len(taken), 10)

    def test_tables(self):
        readings = list(self.reader.read_many([Report(data, path) for path, data in self.pages]))
        for kind in hearsay.KINDS:
            count = len(readings) if kind == "reports" else sum(len(reading[kind]) for reading in readings)
            self.assertEqual(len(list(hearsay.rows(readings, kind))), count)
        with self.assertRaises(ValueError):
            list(hearsay.rows(readings, "rumours"))
        try:
            import pandas  # noqa: F401
        except ImportError:
            return
        table = hearsay.to_pandas(readings, "events")
        self.assertEqual(len(table), sum(len(reading["events"]) for reading in readings))
        self.assertLessEqual({"key", "url", "type", "status", "trigger.exact"}, set(table.columns))

    def test_arrow(self):
        try:
            import pyarrow.parquet as parquet
        except ImportError:
            self.skipTest("pyarrow is not there")
        import io

        readings = list(self.reader.read_many([Report(data, path) for path, data in self.pages]))
        for kind in hearsay.KINDS:
            table = hearsay.to_arrow(readings, kind)
            self.assertEqual(table.num_rows, len(list(hearsay.rows(readings, kind))))
            if table.num_rows:
                file = io.BytesIO()
                parquet.write_table(table, file)
                self.assertEqual(parquet.read_table(file).num_rows, table.num_rows)

    def test_threads_read_what_one_reads(self):
        alone = [self.reader.read_json(data) for _, data in self.pages]
        wrong = []

        def work():
            for _ in range(3):
                for (path, data), expected in zip(self.pages, alone):
                    if self.reader.read_json(data) != expected:
                        wrong.append(path)

        threads = [threading.Thread(target=work) for _ in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        self.assertEqual(wrong, [])

    def test_children_read_while_threads_of_the_parent_do(self):
        path, data = self.pages[0]
        expected, stop = self.reader.read_json(data), threading.Event()

        def work():
            while not stop.is_set():
                self.reader.read_json(data)

        threads = [threading.Thread(target=work) for _ in range(2)]
        for thread in threads:
            thread.start()
        context = multiprocessing.get_context("fork")
        try:
            for _ in range(10):
                mine, theirs = context.Pipe(duplex=False)
                child = context.Process(target=in_child, args=(theirs, self.reader, data))
                child.start()
                theirs.close()
                self.assertTrue(mine.poll(60), "a child waits for ever")
                self.assertEqual(mine.recv(), expected)
                child.join()
                self.assertEqual(child.exitcode, 0)
        finally:
            stop.set()
            for thread in threads:
                thread.join()

    def test_memory_stays(self):
        pages = [data for _, data in self.pages]
        for number in range(150):
            self.reader.read_json(pages[number % len(pages)])
        gc.collect()
        before = resident()
        for number in range(READINGS):
            self.reader.read_json(pages[number % len(pages)] if number % 10 == 0 else SENTENCE)
        grown = resident() - before
        print(f"{READINGS} readings: {grown} kB more", file=sys.stderr)
        self.assertLess(grown, 8192)

    def test_readers_give_memory_back(self):
        for _ in range(3):
            with Reader() as other:
                other.read(SENTENCE)
        before = resident()
        for _ in range(10):
            with Reader() as other:
                other.read(SENTENCE)
        self.assertLess(resident() - before, 8192)
        with self.assertRaises(ValueError):
            other.read(SENTENCE)

    def test_json_is_the_contract(self):
        reading = json.loads(self.reader.read_json(SENTENCE))
        self.assertEqual(reading["schema"], "hearsay.ledger/1")
        self.assertEqual(reading["claims"][0]["act"], "state")


if __name__ == "__main__":
    unittest.main(verbosity=2)
