"""Run by the system's Python, which has UNO: one workbook, opened once and filled time and again.

python3 retype.py ORDERS: a JSON file as pressing.py writes it. A filling is typed over the one before; cells
that it leaves alone are again what they were when the workbook was opened. Then everything is computed anew
and exported.
"""

import json
import os
import sys
from itertools import groupby
from pathlib import Path

import uno
from press import connect, option


def main() -> None:
    orders = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    document = connect(orders["pipe"]).loadComponentFromURL(
        uno.systemPathToFileUrl(orders["path"]), "_blank", 0, (option("Hidden", True),)
    )
    try:
        document.enableAutomaticCalculation(False)  # once for all cells of a filling
        sheets = {sheet.Name: sheet for sheet in document.Sheets}
        for sheet in sheets.values():
            sheet.unprotect("")
        paper = Paper(sheets)
        for name, cells in orders["fillings"].items():
            paper.fill({(sheet, column, row): entry for sheet, column, row, entry in cells})
            document.calculateAll()
            export(document, Path(orders["out"]) / f"{name}.csv", orders["options"])
    finally:
        document.setModified(False)
        document.close(True)


class Paper:
    """The open workbook, what its cells were at first, and what stands in them now."""

    def __init__(self, sheets) -> None:
        self.sheets = sheets
        self.first = {}
        self.now = {}

    def fill(self, cells) -> None:
        for place in cells.keys() - self.first.keys():
            self.first[place] = self.now[place] = self.content(*place)
        wanted = self.first | cells
        changed = {place: entry for place, entry in wanted.items() if self.now[place] != entry}
        for run in runs(sorted(changed)):
            sheet, column, top = run[0]
            area = self.sheets[sheet].getCellRangeByPosition(column, top, column, run[-1][2])
            area.setDataArray([(changed[place].get("value", ""),) for place in run])
        for (sheet, column, row), entry in changed.items():
            if "formula" in entry:
                self.sheets[sheet].getCellByPosition(column, row).Formula = entry["formula"]
        self.now = wanted

    def content(self, sheet, column, row) -> dict:
        cell = self.sheets[sheet].getCellByPosition(column, row)
        if cell.Type.value == "FORMULA":
            return {"formula": cell.Formula}
        return {"value": cell.Value if cell.Type.value == "VALUE" else cell.String}


def runs(places):
    """Cells that lie below each other."""
    numbered = enumerate(places)
    for _, run in groupby(numbered, lambda pair: (*pair[1][:2], pair[1][2] - pair[0])):
        yield [place for _, place in run]


def export(document, target, options) -> None:
    document.storeToURL(
        uno.systemPathToFileUrl(str(target)),
        (option("FilterName", "Text - txt - csv (StarCalc)"), option("FilterOptions", options)),
    )


if __name__ == "__main__":
    main()
    os._exit(0)  # UNO's threads may still crash an interpreter that has done everything and shuts down
