"""A Word template from which hundreds of letters are filled: opened, searched for tags and compiled once.

docxtpl opens its template anew for each document; of ours, that takes longer than all the rest.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache, partial
from io import BytesIO
from typing import Any

from docxtpl import DocxTemplate
from jinja2 import StrictUndefined, Template
from jinja2.sandbox import SandboxedEnvironment

from jixiao.archives import members_of, undated

_NOTES = "footnotes+xml"  # how the kind of the part with these ends
_FILLED = ("header+xml", "footer+xml", "core-properties+xml", _NOTES)  # and of all that are filled
_PROPERTIES = ("author", "comments", "identifier", "language", "subject", "title")  # that docxtpl fills


class _Environment(SandboxedEnvironment):
    """Compiles each part of a template once."""

    def from_string(self, source: Any, *_: Any, **__: Any) -> Template:
        return _compiled(source)


@lru_cache(maxsize=1)
def _environment() -> _Environment:
    return _Environment(autoescape=True, undefined=StrictUndefined)


@lru_cache(maxsize=16)
def _compiled(source: str) -> Template:
    return SandboxedEnvironment.from_string(_environment(), source)


def filled_members(template: bytes, context: Mapping[str, Any]) -> dict[str, bytes]:
    """The members of the filled document, in their order. Raises what docxtpl and Jinja raise."""
    opened = _opened(template)
    try:
        opened.render(dict(context), _environment())
        return opened.members()
    except BaseException:
        _opened.cache_clear()  # it is half filled
        raise


@lru_cache(maxsize=2)
def _opened(template: bytes) -> _OpenedTemplate:
    return _OpenedTemplate(template)


class _OpenedTemplate(DocxTemplate):  # type: ignore[misc]  # docxtpl has no types
    """Filled again and again, each time as if it had just been opened."""

    def __init__(self, template: bytes) -> None:
        super().__init__(BytesIO(template))
        self._first: dict[str, Any] = {}  # what stood there before it was filled
        self._ready: dict[str, str] = {}  # parts with tags as Jinja takes them
        self._frame: dict[str, bytes] = {}  # the members of the first document

    def members(self) -> dict[str, bytes]:
        """The document as it stands, without a clock."""
        if not self._frame:
            content = BytesIO()
            self.save(content)
            self._frame = members_of(content.getvalue())
        main = self.docx.part
        filled = [part for part in main.package.parts if part is main or part.content_type.endswith(_FILLED)]
        found = self._frame | {part.partname.membername: part.blob for part in filled}
        return {name: undated(name, content) for name, content in found.items()}

    # ---- what docxtpl asks for

    def init_docx(self, *_: Any, **__: Any) -> None:
        """Open it, the first time."""
        super().init_docx(reload=False)

    def get_xml(self) -> str:
        """The body with its tags."""
        return str(self._at_first("", super().get_xml))

    def get_part_xml(self, part: Any) -> str:
        """A header or footer with its tags."""
        return str(self._at_first(part.partname, partial(super().get_part_xml, part)))

    def patch_xml(self, src_xml: str) -> str:
        """The same with tags that are not cut in two."""
        if src_xml not in self._ready:
            self._ready[src_xml] = super().patch_xml(src_xml)
        return self._ready[src_xml]

    def render_properties(self, *given: Any, **named: Any) -> None:
        """Fill the properties of the document."""
        properties = self.docx.core_properties
        for name in _PROPERTIES:
            setattr(properties, name, self._at_first(name, partial(getattr, properties, name)))
        super().render_properties(*given, **named)

    def render_footnotes(self, *given: Any, **named: Any) -> None:
        """Fill the notes."""
        for part in self.docx.part.package.parts:
            if part.content_type.endswith(_NOTES):
                part._blob = self._at_first(part.partname, partial(getattr, part, "blob"))
        super().render_footnotes(*given, **named)

    def _at_first(self, what: str, read: Callable[[], Any]) -> Any:
        if what not in self._first:
            self._first[what] = read()
        return self._first[what]
