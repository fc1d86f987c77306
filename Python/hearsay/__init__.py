"""Reads news reports of contested events: what happened, who says so, in whose words.

    from hearsay import Reader

    with Reader() as reader:
        reading = reader.read(open("report.html", "rb").read(), url="https://news.example/report")
        for claim in reading["claims"]:
            print(claim["source"]["exact"], claim["act"], [part["exact"] for part in claim["content"]])

A reading is the object that ``hearsay read -f jsonl`` prints, a line each; positions count characters of
``reading["report"]["text"]``. Nothing is fetched, written or printed.
"""

from ._reader import BadRequest, NoData, NoReport, Reader, Reading, Report, version
from ._tables import KINDS, rows, to_arrow, to_pandas

__version__ = version()
__all__ = [
    "BadRequest", "KINDS", "NoData", "NoReport", "Reader", "Reading", "Report", "rows", "to_arrow", "to_pandas", "version",
]
