from __future__ import annotations

from typing import TYPE_CHECKING, Any, Dict, Iterable, Iterator, Union

if TYPE_CHECKING:
    import pandas
    import pyarrow

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


def to_arrow(readings: "Iterable[Union[Reading, NoReport]]", kind: str = "claims") -> "pyarrow.Table":
    """An Arrow table of all records of a kind, for Parquet, DuckDB, Polars or Spark; see :func:`rows`. pyarrow must be installed
    (``pip install hearsay[arrow]``). A column that holds now this and now that (who takes part: an id, or words at their place) is text,
    JSON where it is more than a word.
    """
    import json

    import pyarrow

    found = list(rows(readings, kind))

    def column(name: str) -> "pyarrow.Array":
        values = [row.get(name) for row in found]
        try:
            return pyarrow.array(values)
        except (pyarrow.ArrowInvalid, pyarrow.ArrowTypeError):
            return pyarrow.array([
                value if value is None or isinstance(value, str) else json.dumps(value, ensure_ascii=False) for value in values])

    # Not every record has every field: a column is there if any has it.
    return pyarrow.table({name: column(name) for name in dict.fromkeys(name for row in found for name in row)})


def _flat(record: Dict[str, Any], before: str = "") -> Iterator["tuple[str, Any]"]:
    for name, value in record.items():
        if isinstance(value, dict):
            yield from _flat(value, before + name + ".")
        else:
            yield before + name, value
