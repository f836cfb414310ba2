"""A template made ready to be filled, and its form on disk: a plain zip, never a pickle."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass

DOCUMENT = "word/document.xml"
_ABOUT = "prepared.json"
_CODE = "code/"  # beside the parts


@dataclass(frozen=True, slots=True)
class Prepared:
    """The parts of a Word template; those with tags also as Jinja source and as compiled code."""

    members: Mapping[str, bytes]  # every part in order; empty where `sources` has it
    sources: Mapping[str, str]  # part -> Jinja source; the document itself always
    codes: Mapping[str, bytes]  # part -> its source compiled, as marshal writes it
    levels: Mapping[str, int]  # id of a heading style -> its level
    printed: tuple[str, ...]  # dotted names that the template prints

    def to_bytes(self) -> bytes:
        """The prepared template as a zip; see `from_bytes`."""
        about: dict[str, object] = {"order": list(self.members), "sources": list(self.sources)}
        about |= {"levels": dict(self.levels), "printed": list(self.printed)}
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w") as archive:
            archive.writestr(_ABOUT, json.dumps(about, ensure_ascii=False))
            for name, content in self.members.items():
                archive.writestr(name, self.sources.get(name, content))
            for name, code in self.codes.items():
                archive.writestr(_CODE + name, code)
        return buffer.getvalue()


def from_bytes(content: bytes) -> Prepared:
    """Read what `to_bytes` wrote. Raises zipfile.BadZipFile, KeyError or ValueError if it is damaged."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        about = json.loads(archive.read(_ABOUT))
        parts = {name: archive.read(name) for name in about["order"]}
        codes = {name: archive.read(_CODE + name) for name in about["sources"]}
    sources = {name: parts[name].decode("utf-8") for name in about["sources"]}
    members = {name: b"" if name in sources else part for name, part in parts.items()}
    return Prepared(members, sources, codes, about["levels"], tuple(about["printed"]))
