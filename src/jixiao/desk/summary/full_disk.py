"""A disk that takes no more while a table is made: lxml says so in words of its own, the rest by OSError."""

from __future__ import annotations

import errno
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from lxml import etree
from openpyxl import Workbook

_SAID = "IO_"  # and the name of the error's number


@contextmanager
def as_of_the_system(book: Workbook) -> Iterator[None]:
    """Raises OSError where the rows of a write-only workbook cannot be laid aside."""
    try:
        yield
    except etree.SerialisationError as error:
        if not str(error).startswith(_SAID):
            raise
        for page in book.worksheets:
            with suppress(etree.LxmlError, AttributeError):  # nothing was written, or it cannot be ended
                page._writer.xf.close()
        number = getattr(errno, str(error).removeprefix(_SAID), errno.EIO)
        raise OSError(number, os.strerror(number), tempfile.gettempdir()) from error
