"""Run by the system's Python, which has UNO: open a workbook in a running LibreOffice and press its buttons.

python3 press.py ORDERS: a JSON document as pressing.py writes it; prints as JSON what was seen of each press.
"""

import json
import os
import subprocess
import sys
import time
from pathlib import Path

import uno
from com.sun.star.beans import PropertyValue


def main() -> None:
    orders = json.loads(sys.argv[1])
    desktop = connect(orders["pipe"])
    document = desktop.loadComponentFromURL(
        uno.systemPathToFileUrl(orders["path"]),
        "_blank",
        0,
        (option("MacroExecutionMode", 4), option("AsTemplate", orders["as_template"])),
    )
    try:
        print(json.dumps([seen(document, orders | press, desktop) for press in orders["presses"]]))
    finally:
        document.setModified(False)
        document.close(True)


def seen(document, orders, desktop) -> dict:
    if orders["script"] is not None:
        install(Path(orders["launcher"]), orders["script"])
    words = set_words(document, orders["words"])
    for sheet, cell, text in orders["typed"]:
        document.Sheets.getByName(sheet).getCellRangeByName(cell).Formula = text  # a date becomes one
    if orders["locked"]:
        document.Sheets.getByName(orders["locked"]).unprotect("")
        document.Sheets.getByName(orders["locked"]).protect("geheim")
    if orders["damaged"]:
        Path(orders["path"]).write_bytes(b"no workbook")
    before = sheets(document)
    if orders["click"]:
        click(document, orders["click"], words)
    elif orders["macro"]:
        where = f"VBAProject.JixiaoButtons.{orders['macro']}?language=Basic&location=document"
        document.getScriptProvider().getScript(f"vnd.sun.star.script:{where}").invoke((), (), ())
    active = document.CurrentController.ActiveSheet
    return {
        "before": before,
        "after": sheets(document),
        "said": named(document, "JixiaoSaid").String if words else "",
        "report": named(document, "JixiaoReport").String if words else "",
        "at": [active.Name, document.CurrentSelection.AbsoluteName.rpartition(".")[2].replace("$", "")],
        "protected": {s.Name: s.isProtected() for s in document.Sheets},
        "calculates": document.isAutomaticCalculationEnabled(),
        "typable": typable(document, orders["looked_at"]),
        "open": len(list(desktop.Components)),
    }


def install(launcher, script) -> None:
    """Put a program where the macros look for ours; without a text there is none."""
    launcher.unlink(missing_ok=True)
    if script:
        launcher.parent.mkdir(parents=True, exist_ok=True)
        launcher.write_text(script, encoding="utf-8")
        launcher.chmod(0o755)


def click(document, caption, words) -> None:
    """A real click with the mouse, then Return for the message box; waits for what the button says."""
    controller = document.CurrentController
    controller.setActiveSheet(document.Sheets.getByIndex(0))
    time.sleep(2)
    page = document.Sheets.getByIndex(0).DrawPage
    shapes = [page.getByIndex(i) for i in range(page.Count)]
    [shape] = [
        s
        for s in shapes
        if s.supportsService("com.sun.star.drawing.ControlShape") and s.Control.Label == caption
    ]
    accessible = controller.getControl(shape.Control).getAccessibleContext()
    corner, size = accessible.getLocationOnScreen(), accessible.getSize()
    x, y = corner.X + size.Width // 2, corner.Y + size.Height // 2
    subprocess.run(["xdotool", "mousemove", str(x), str(y), "click", "1"], check=True, timeout=10)
    until = time.monotonic() + 40
    while not named(document, "JixiaoSaid").String and time.monotonic() < until:
        time.sleep(0.3)
    time.sleep(1)
    if words.get("box"):
        subprocess.run(["xdotool", "key", "Return"], check=True, timeout=10)
        time.sleep(1)


def set_words(document, wanted) -> dict:
    """Change settings on the hidden sheet; all its words afterwards."""
    if not document.NamedRanges.hasByName("JixiaoWords"):
        return {}
    table = named(document, "JixiaoWords")
    table.Spreadsheet.unprotect("")
    for row in range(table.Rows.Count):
        key = table.getCellByPosition(0, row).String
        if key in wanted:
            table.getCellByPosition(1, row).String = wanted[key]
    table.Spreadsheet.protect("")
    return dict(row for row in table.getDataArray())


def sheets(document) -> dict:
    return {sheet.Name: filled(sheet) for sheet in document.Sheets}


def filled(sheet) -> dict:
    """Row and column of each cell that is not blank -> its formula, text or figure."""
    cursor = sheet.createCursor()
    cursor.gotoEndOfUsedArea(True)
    rows = cursor.getFormulaArray()
    return {f"{r},{c}": text for r, row in enumerate(rows, 1) for c, text in enumerate(row, 1) if text}


def typable(document, name) -> list:
    """Row and column of each cell of a sheet that its protection leaves open."""
    if not name:
        return []
    sheet = document.Sheets.getByName(name)
    cursor = sheet.createCursor()
    cursor.gotoEndOfUsedArea(True)
    places = [(row, column) for row in range(cursor.Rows.Count) for column in range(cursor.Columns.Count)]
    cells = ((place, sheet.getCellByPosition(place[1], place[0])) for place in places)
    return [f"{row + 1},{column + 1}" for (row, column), cell in cells if not cell.CellProtection.IsLocked]


def named(document, name):
    return document.NamedRanges.getByName(name).getReferredCells()


def option(name, value):
    made = PropertyValue()
    made.Name, made.Value = name, value
    return made


def connect(pipe):
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    until = time.monotonic() + 40
    while True:
        try:
            context = resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
            return context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
        except uno.getClass("com.sun.star.connection.NoConnectException"):
            if time.monotonic() > until:
                raise
            time.sleep(0.2)


if __name__ == "__main__":
    main()
    sys.stdout.flush()
    os._exit(0)  # UNO's threads may still crash an interpreter that has said everything and shuts down
