"""What a broken data file is refused with."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from jixiao.pack.errors import PackError


@contextmanager
def refused(reason: str) -> Iterator[pytest.ExceptionInfo[PackError]]:
    """The block must raise a PackError; `reason` is looked for in “file: place: reason”."""
    with pytest.raises(PackError) as error:
        yield error
    said = f"{error.value.file}: {error.value.place}: {error.value.reason}"
    assert re.search(reason, said), said
