"""The order of the work: document -> figures -> labels -> relations -> outcomes -> findings."""

from __future__ import annotations

from jixiao.audit.finding import Audit
from jixiao.documents.document import SourceDocument


def audit(document: SourceDocument) -> Audit:
    """Look a report through. Reads nothing but the document; never raises for what stands in it."""
    return Audit(document.file, document.kind, (), 0, 0, document.unread)
