"""A worksheet of XlsxWriter that takes formulas as they are.

XlsxWriter looks through each formula for some thirty functions that are younger than Excel 2010. Ours
use none (a test sees to it), and a workbook with live relations has ten thousand formulas.
"""

from __future__ import annotations

from xlsxwriter.worksheet import Worksheet


class Paper(Worksheet):  # type: ignore[misc]
    """As XlsxWriter's own, but quicker."""

    def _prepare_formula(self, formula: str, expand_future_functions: bool = False) -> str:
        return formula.removeprefix("=")
