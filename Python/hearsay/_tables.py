from __future__ import annotations

from typing import TYPE_CHECKING, Any, Dict, Iterable, Iterator, Union

if TYPE_CHECKING:
    import pandas

    from ._reader import NoReport, Reading

#: The kinds of records of which tables can be made.
KINDS = (
    "reports", "entities", "places", "times", "events", "claims", "figures", "happenings", "relations", "wording")


def rows(readings: "Iterable[Union[Reading, NoReport]]", kind: str = "claims") -> Iterator[Dict[str, Any]]:
    """One dictionary a record: ``key``, ``url``, ``outlet`` and ``published`` of its report, then the record's own fields.

    What lies inside another field is named with a dot (``source.exact``); lists stay lists. Errors among the readings, as
    ``read_many`` gives them, are passed over.
    """
    if kind not in KINDS:
        raise ValueError(f"no records are called {kind!r}; there are {', '.join(KINDS)}")
    for reading in readings:
        if isinstance(reading, Exception):
            continue
        report = reading["report"]
        if kind == "reports":
            yield dict(_flat(report))
            continue
        head = {name: report[name] for name in ("key", "url", "outlet", "published")}
        for record in reading[kind]:
            yield {**head, **dict(_flat(record))}


def to_pandas(readings: "Iterable[Union[Reading, NoReport]]", kind: str = "claims") -> "pandas.DataFrame":
    """A pandas table of all records of a kind; see :func:`rows`. pandas must be installed (``pip install hearsay[pandas]``)."""
    import pandas

    return pandas.DataFrame.from_records(list(rows(readings, kind)))


def _flat(record: Dict[str, Any], before: str = "") -> Iterator["tuple[str, Any]"]:
    for name, value in record.items():
        if isinstance(value, dict):
            yield from _flat(value, before + name + ".")
        else:
            yield before + name, value
