"""A file says that we have made it, until somebody has changed a byte of it."""

import io
import zipfile

import pytest

from jixiao.made_marks import bears_mark, marked


def archive() -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as out:
        out.writestr("a", "b")
    return target.getvalue()


MADE = {
    "zip": archive(),
    "pdf": b"%PDF-1.4\n1\nstartxref\n9\n%%EOF",
    "page": b"<!doctype html>\n<p>\xe7\x94\xb2</p>\n",
}


@pytest.mark.parametrize("kind", MADE)
def test_a_marked_file_is_ours_until_a_byte_differs(kind: str) -> None:
    made = marked(MADE[kind])
    assert made != MADE[kind]
    assert bears_mark(made)
    assert not bears_mark(MADE[kind])
    for changed in (made + b" ", made[:9] + b"x" + made[9:], made[:-1], made.replace(b"sha256", b"sha257")):
        assert not bears_mark(changed)
