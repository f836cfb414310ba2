"""Run by the system's Python, which has UNO: show sheets in a running LibreOffice, keep what is seen.

python3 manual_screen.py ORDERS: a JSON document as manual_pictures.py writes it.
"""

import json
import shutil
import subprocess
import sys
import threading
import time
from pathlib import Path

import uno
from excel.press import connect, named, option

BY_VALUE = 3  # com.sun.star.view.DocumentZoomType
PLACE_AND_SIZE = 15  # com.sun.star.awt.PosSize
TITLE = "绩效自评工具"  # of the messages of the buttons
AWAY = ("1399", "999")  # where the mouse is in no picture
BARS = (
    "menubar/menubar",
    "toolbar/standardbar",
    "toolbar/formatobjectbar",
    "toolbar/textobjectbar",
    "statusbar/statusbar",
)


def main() -> None:
    orders = json.loads(sys.argv[1])
    desktop = connect(orders["pipe"])
    shown = (option("MacroExecutionMode", 4),)
    subprocess.run(["xdotool", "mousemove", *AWAY], check=True, timeout=10)
    for path, shots in orders["books"]:
        document = desktop.loadComponentFromURL(uno.systemPathToFileUrl(path), "_blank", 0, shown)
        try:
            for shot in shots:
                show(document, shot)
                keep(document, shot, Path(orders["screen"]))
        finally:
            document.setModified(False)
            document.close(True)


def show(document, shot) -> None:
    """The sheet, or the page of a text, as a person sees it."""
    controller = document.CurrentController
    hide_bars(controller.Frame)
    controller.Sidebar.setVisible(False)
    controller.Frame.ContainerWindow.setPosSize(0, 0, *shot["size"], PLACE_AND_SIZE)
    if shot["sheet"]:
        show_sheet(document, controller, shot)
    else:
        show_text(controller, shot)
    time.sleep(1)


def show_sheet(document, controller, shot) -> None:
    sheet = document.Sheets.getByName(shot["sheet"])
    cell = sheet.getCellRangeByName(shot["cell"])
    controller.ShowPageBreaks = False
    controller.setActiveSheet(sheet)
    controller.ZoomType, controller.ZoomValue = BY_VALUE, shot["zoom"]
    controller.select(cell)
    if shot["typed"]:
        cell.String = shot["typed"]
    controller.setFirstVisibleColumn(0)
    controller.setFirstVisibleRow(shot["row"] - 1)


def show_text(controller, shot) -> None:
    view = controller.ViewSettings
    view.ShowAnnotations, view.ShowRulers = True, False
    view.ZoomType, view.ZoomValue = BY_VALUE, shot["zoom"]
    controller.ViewCursor.jumpToPage(shot["row"])


def hide_bars(frame) -> None:
    """LibreOffice's own menus are in English here, and not those of Excel or WPS."""
    for bar in BARS:
        frame.LayoutManager.hideElement(f"private:resource/{bar}")


def keep(document, shot, screen: Path) -> None:
    """Copy the frame buffer; with a macro, while its message stands on the screen."""
    if not shot["macro"]:
        shutil.copyfile(screen, shot["out"])
        return
    where = f"VBAProject.JixiaoButtons.{shot['macro']}?language=Basic&location=document"
    script = document.getScriptProvider().getScript(f"vnd.sun.star.script:{where}")
    pressing = threading.Thread(target=script.invoke, args=((), (), ()), daemon=True)
    pressing.start()
    until = time.monotonic() + 40
    while not named(document, "JixiaoSaid").String and time.monotonic() < until:
        time.sleep(0.3)
    time.sleep(1)
    shutil.copyfile(screen, shot["out"])
    dismiss(pressing)


def dismiss(pressing: threading.Thread) -> None:
    """Press Return until the message has gone; without a window manager, nobody else gives it the keys."""
    search = ["search", "--onlyvisible", "--name", TITLE]
    for _ in range(10):
        subprocess.run(["xdotool", *search, "windowfocus", "key", "Return"], check=False, timeout=10)
        pressing.join(timeout=1)
        if not pressing.is_alive():
            return
    raise RuntimeError("the message does not go away")


if __name__ == "__main__":
    main()
