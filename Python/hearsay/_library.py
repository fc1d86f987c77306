"""The C library (hearsay.h), called without a compiler: its functions with their types, and nothing else."""

import ctypes
import os
import pathlib

PLACE = pathlib.Path(__file__).parent / "lib" / "libhearsay.so"

# HEARSAY_LIBRARY names another one, as those need who build Hearsay themselves.
library = ctypes.CDLL(os.environ.get("HEARSAY_LIBRARY") or str(PLACE))

TEXT = ctypes.POINTER(ctypes.c_char)

library.hearsay_version.restype = ctypes.c_char_p
library.hearsay_version.argtypes = []
library.hearsay_open.restype = ctypes.c_int
library.hearsay_open.argtypes = [
    ctypes.c_char_p, ctypes.c_char_p, ctypes.POINTER(ctypes.c_void_p), ctypes.POINTER(TEXT)]
library.hearsay_read.restype = ctypes.c_int
library.hearsay_read.argtypes = [
    ctypes.c_void_p, ctypes.c_char_p, ctypes.c_size_t, ctypes.c_char_p, ctypes.c_size_t,
    ctypes.POINTER(TEXT), ctypes.POINTER(ctypes.c_size_t)]
library.hearsay_free.restype = None
library.hearsay_free.argtypes = [TEXT]
library.hearsay_close.restype = None
library.hearsay_close.argtypes = [ctypes.c_void_p]

READ, NO_REPORT, BAD_REQUEST, NO_DATA = range(4)
