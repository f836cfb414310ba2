"""A template made ready to be filled, and its form on disk: a plain zip, never a pickle."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Mapping

import msgspec

from jixiao.archives import Member, Packed, packed, packed_member, zipped
from jixiao.report.charts.originals import Original

_ABOUT = "prepared.json"
_CODE = "code/"  # beside the parts
FILLED_LATER = packed(b"")  # in the place of a part that has a source


class _About(msgspec.Struct, frozen=True):
    """What of a prepared template is no part of a document."""

    order: tuple[str, ...]
    sources: tuple[str, ...]
    breaks: tuple[str, ...]
    charts: dict[str, Original]
    printed: tuple[str, ...]
    cut: str


class Prepared(msgspec.Struct, frozen=True, eq=False):
    """The parts of a Word template; those with tags also as Jinja source and as compiled code."""

    members: Mapping[str, Packed]  # every part in order; empty where `sources` has it
    sources: Mapping[str, str]  # part -> Jinja source; the document itself always
    codes: Mapping[str, bytes]  # part -> its source compiled, as marshal writes it
    breaks: tuple[str, ...]  # what a line break in a value turns into, by the number in the mark at its place
    charts: Mapping[str, Original]  # id of a relation -> the chart that a tag gives data to
    printed: tuple[str, ...]  # dotted names that the template prints
    cut: str = ""  # what of the file is no part of a report, as a sentence

    def to_bytes(self) -> bytes:
        """The prepared template as a zip; see `from_bytes`."""
        about = _About(
            order=tuple(self.members),
            sources=tuple(self.sources),
            breaks=self.breaks,
            charts=dict(self.charts),
            printed=self.printed,
            cut=self.cut,
        )
        return zipped({_ABOUT: msgspec.json.encode(about), **dict(self._kept())})

    def _kept(self) -> Iterator[tuple[str, Member]]:
        for name, member in self.members.items():
            yield name, self.sources[name].encode() if name in self.sources else member
        for name, code in self.codes.items():
            yield _CODE + name, code


def from_bytes(content: bytes) -> Prepared:
    """Read what `to_bytes` wrote. Raises BadZipFile, KeyError, ValueError or DecodeError if it is damaged."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        about = msgspec.json.decode(archive.read(_ABOUT), type=_About)
        sources = {name: archive.read(name).decode("utf-8") for name in about.sources}
        codes = {name: archive.read(_CODE + name) for name in sources}
        members = {
            name: FILLED_LATER if name in sources else packed_member(content, archive.getinfo(name))
            for name in about.order
        }
    return Prepared(members, sources, codes, about.breaks, about.charts, about.printed, about.cut)
