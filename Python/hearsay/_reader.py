from __future__ import annotations

import collections
import ctypes
import json
import os
import threading
import weakref
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any, Callable, Dict, Iterable, Iterator, Optional, Union

from . import _library
from ._library import library

#: The object that ``hearsay read -f jsonl`` prints (``Documentation/Formats.md`` tells its fields).
Reading = Dict[str, Any]


class NoReport(ValueError):
    """The bytes hold no report; the message says why."""


class BadRequest(ValueError):
    """What was asked is not understood; the message says where."""


class NoData(OSError):
    """Weights or data are missing or damaged; the message names the file."""


@dataclass(frozen=True)
class Report:
    """A report's bytes, and what is known of it besides."""

    data: bytes
    #: The address it came from, which makes its id.
    url: Optional[str] = None
    #: The header of that name.
    content_type: Optional[str] = None
    #: When it was published, ISO 8601, if that is known better than the report says.
    published: Optional[str] = None
    #: When it was fetched, ISO 8601: dates are read against it where the report tells none.
    fetched: Optional[str] = None


def version() -> str:
    """The version of the library."""
    told: bytes = library.hearsay_version()
    return told.decode()


class Reader:
    """Reads reports; any number of threads may use one, and children made by ``fork`` too.

    :param share: the folder with ``Models`` and ``Data``; what lies in the package if none is named.
    :param any_language: whether texts that are plainly not in English are read too. Most of what is told of them is wrong.
    :raises NoData: if weights or data are missing or damaged.
    """

    def __init__(self, share: Union[str, "os.PathLike[str]", None] = None, *, any_language: bool = False) -> None:
        self._handle: Optional[int] = None
        self._inside = 0
        self._lock = threading.Lock()
        handle, error = ctypes.c_void_p(), _library.TEXT()
        options = json.dumps({"anyLanguage": bool(any_language)}).encode()
        folder = None if share is None else os.fsencode(share)
        status = library.hearsay_open(folder, options, ctypes.byref(handle), ctypes.byref(error))
        if status != _library.READ:
            message = _taken(error, None).decode()
            raise NoData(message) if status == _library.NO_DATA else BadRequest(message)
        self._handle = handle.value
        # A lock that another thread holds while a process forks stays held for ever in the child.
        os.register_at_fork(after_in_child=_renewal(self))

    def read(
        self, data: bytes, *, url: Optional[str] = None, content_type: Optional[str] = None,
        published: Optional[str] = None, fetched: Optional[str] = None,
    ) -> Reading:
        """The reading of one report.

        :raises NoReport: if the bytes hold no report.
        """
        line = self.read_json(data, url=url, content_type=content_type, published=published, fetched=fetched)
        reading: Reading = json.loads(line)
        return reading

    def read_json(
        self, data: bytes, *, url: Optional[str] = None, content_type: Optional[str] = None,
        published: Optional[str] = None, fetched: Optional[str] = None,
    ) -> bytes:
        """The same as bytes: the line of ``hearsay read -f jsonl``, without the line end.

        :raises NoReport: if the bytes hold no report.
        """
        if not isinstance(data, bytes):
            data = bytes(memoryview(data))
        known = {"url": url, "contentType": content_type, "published": published, "fetched": fetched}
        request = json.dumps({name: value for name, value in known.items() if value is not None}).encode()
        answer, count = _library.TEXT(), ctypes.c_size_t()
        handle = self._enter()
        try:
            status = library.hearsay_read(
                handle, data, len(data), request, len(request), ctypes.byref(answer), ctypes.byref(count))
            text = _taken(answer, count.value)
        finally:
            self._leave()
        if status == _library.READ:
            return text
        raise (NoReport if status == _library.NO_REPORT else BadRequest)(text.decode())

    def read_many(
        self, reports: Iterable[Union[bytes, Report]], *, threads: Optional[int] = None
    ) -> Iterator[Union[Reading, NoReport]]:
        """The readings of many reports, in their order; for one that holds no report the error itself, so that the run goes on.

        Only some reports beyond what has been taken are in memory.

        :param threads: how many are read at a time; all processors unless it is told.
        """
        threads = threads or len(os.sched_getaffinity(0))

        def one(report: Union[bytes, Report]) -> Union[Reading, NoReport]:
            report = report if isinstance(report, Report) else Report(report)
            try:
                return self.read(
                    report.data, url=report.url, content_type=report.content_type, published=report.published,
                    fetched=report.fetched)
            except NoReport as error:
                return error

        with ThreadPoolExecutor(threads) as pool:
            waiting: "collections.deque[Future[Union[Reading, NoReport]]]" = collections.deque()
            try:
                for report in reports:
                    waiting.append(pool.submit(one, report))
                    if len(waiting) > 2 * threads:
                        yield waiting.popleft().result()
                while waiting:
                    yield waiting.popleft().result()
            finally:
                for future in waiting:
                    future.cancel()

    def close(self) -> None:
        """Gives the memory back; what other threads are reading is read to its end."""
        with self._lock:
            handle, self._handle = self._handle, None
            # The last of those inside closes it otherwise.
            if handle is not None and self._inside:
                self._closing: Optional[int] = handle
                return
        if handle is not None:
            library.hearsay_close(handle)

    _closing: Optional[int] = None

    def _enter(self) -> int:
        with self._lock:
            if self._handle is None:
                raise ValueError("the reader is closed")
            self._inside += 1
            return self._handle

    def _leave(self) -> None:
        with self._lock:
            self._inside -= 1
            closing, handle = self._closing, None
            if closing is not None and self._inside == 0:
                handle, self._closing = closing, None
        if handle is not None:
            library.hearsay_close(handle)

    def __enter__(self) -> "Reader":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def __del__(self) -> None:
        if getattr(self, "_lock", None) is not None:
            self.close()


def _renewal(reader: Reader) -> Callable[[], None]:
    known = weakref.ref(reader)

    def renew() -> None:
        reader = known()
        if reader is not None:
            reader._lock, reader._inside = threading.Lock(), 0

    return renew


def _taken(text: Any, count: Optional[int]) -> bytes:
    """The bytes of the library's text, which is given back."""
    try:
        if not text:
            return b""
        return ctypes.string_at(text, -1 if count is None else count)
    finally:
        library.hearsay_free(text)
