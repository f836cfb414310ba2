"""Excel as pyOpenVBA models it, in memory, on a machine that looks like Windows: our macros run in it.

The model knows cells, filters, protection, names and links as they were measured in Excel. What it refuses
because it would touch the machine is supplied here: files lie below a folder that stands for drive C, and a
program that the macro starts is handed to a function.
"""

import shlex
import time
from collections.abc import Callable
from pathlib import Path

import pyopenvba.apps.excel._autofilter as filters
from pyopenvba import ExcelFile
from pyopenvba.apps.excel import ExcelApplication
from pyopenvba.apps.excel._model import Application, Range, Workbook, Workbooks
from pyopenvba.interpreter._objects import MemberSpec, VBAObject, method, setter
from pyopenvba.interpreter._values import error, to_text

USER = r"C:\Users\王 五\AppData\Local"
LAUNCHER = rf"{USER}\jixiao\jixiao-excel.cmd"
CODE_PAGE = "gbk"  # what a message box of a Chinese Windows can show
_STATEMENTS = {
    "MkDir ": "MadeFolder ",
    "Name plain As AnswerOf": "Renamed plain, AnswerOf",
}  # the model has none

filters._plain = lambda text: None  # it compares no Chinese; what is compared here is equal or not


class _Workbooks(Workbooks):
    excel: "Excel"

    @method
    def Open(self, Filename: object, links: object = None, read_only: object = None) -> object:  # noqa: N802, N803
        return super().Open(str(self.excel.real(to_text(Filename))))


class _Shell(VBAObject):
    """WScript.Shell."""

    def __init__(self, excel: "Excel") -> None:
        self.excel = excel

    @method
    def Run(self, order: object, style: object = 0, wait: object = False) -> object:  # noqa: N802
        if self.excel.refuses:
            raise error(70, self.excel.refuses)
        self.excel.orders.append(words := shlex.split(to_text(order), posix=False))
        self.excel.program([word.strip('"') for word in words])
        return 0


class _Asked(VBAObject):
    """The dialog in which a folder is chosen."""

    def __init__(self, chosen: str) -> None:
        self.chosen = chosen

    @method
    def Show(self) -> object:  # noqa: N802
        return -1 if self.chosen else 0

    @method
    def SelectedItems(self, number: object) -> object:  # noqa: N802
        return self.chosen

    @setter("Title")
    def _title(self, said: object) -> None:
        self.title = to_text(said)


class Excel:
    """One workbook open in Excel, by default in C:\\工作; `program` does what is started with these words."""

    def __init__(
        self,
        content: bytes,
        drive: Path,
        program: Callable[[list[str]], object] = print,
        folder: str = r"C:\工作",
        name: str = "自评.xlsm",
    ) -> None:
        self.drive, self.program = drive, program
        self.refuses, self.orders = "", []
        self.chosen, self.asks = "", True  # the folder that somebody chooses, where one is asked for
        self.environ = {"LOCALAPPDATA": USER, "PATH": r"C:\Windows"}
        self.slept = 0
        for place in (USER, "C:\\工作"):
            self.real(place).mkdir(parents=True, exist_ok=True)
        self.content = content
        self.saved = drive / name
        self.saved.write_bytes(content)
        self.app = self._started()
        self.book = self.app.open_workbook(self.saved)
        self.book.path = folder
        self.app.application.activate_book(self.book)
        self._load_macros()

    def real(self, place: str) -> Path:
        return self.drive / place.removeprefix("C:\\").replace("\\", "/")

    def install(self) -> None:
        """Put something where the launcher is looked for."""
        self.real(LAUNCHER).parent.mkdir(parents=True, exist_ok=True)
        self.real(LAUNCHER).touch()

    def press(self, macro: str) -> str:
        """Run a button's macro; what it says."""
        self.app.run(macro)
        return str(self.named("JixiaoSaid").vba_get("Value"))

    def named(self, label: str) -> Range:
        return self.app.evaluate(f'ThisWorkbook.Names("{label}").RefersToRange')

    def type(self, label: str, value: object) -> None:
        """Type into a named cell."""
        sheet = self.named(label).sheet
        sheet.vba_get("Unprotect", [""])
        self.named(label).vba_set("Value", value)

    def word(self, key: str, value: str) -> None:
        """Change one of the macros' words on the hidden sheet."""
        table = self.named("JixiaoWords")
        table.sheet.vba_get("Unprotect", [""])
        keys = table.vba_get("Value")
        [row] = [i for i in range(1, keys.bounds[0][1] + 1) if keys.get([i, 1]) == key]
        table.vba_get("Cells", [row, 2]).vba_set("Value", value)

    def cells(self, sheet: str) -> dict[str, object]:
        """Address -> value of every cell that is not empty and has no formula."""
        view = self.app.sheet(sheet, workbook=self.book)
        values = {}
        for (row, column), cell in view.sheet.cells_.items():
            if cell.formula or cell.value in (None, "") or type(cell.value).__name__ == "_Empty":
                continue
            address = view.sheet.vba_get("Cells", [row, column]).vba_get("Address", [False, False])
            values[str(address)] = view.value(str(address))
        return {address: value for address, value in values.items() if value is not None}

    @property
    def boxes(self) -> list[str]:
        """What message boxes have said."""
        return [said for _, said, _, _ in self.app.dialogs]

    def _started(self) -> ExcelApplication:
        app = ExcelApplication()
        app.application.workbooks_ = _Workbooks(app.application)
        app.application.workbooks_.excel = self
        for of, name, does, takes in (
            (Workbook, "SaveCopyAs", self._save_copy, ("Filename",)),
            (Application, "PathSeparator", lambda _: "\\", ()),
            (Application, "Wait", self._wait, ("Time",)),
            (Application, "FileDialog", self._asked, ("Kind",)),
        ):
            of._vba_members[name.lower()] = MemberSpec(name, "method", getter=does, parameters=takes)
        app.interpreter.host.create = lambda name: _Shell(self)
        app.interpreter._intrinsics = {
            **app.interpreter._intrinsics,
            "dir": self._dir,
            "environ": lambda _, args, named: self.environ.get(to_text(args[0]), ""),
            "doevents": lambda _, args, named: 0,
            "madefolder": lambda _, args, named: self.real(to_text(args[0])).mkdir(),
            "renamed": lambda _, args, named: self.real(to_text(args[0])).rename(self.real(to_text(args[1]))),
            "strconv": lambda _, args, named: to_text(args[0]).encode(CODE_PAGE, "replace").decode(CODE_PAGE),
        }
        return app

    def _save_copy(self, book: object, place: object) -> None:
        self.real(to_text(place)).write_bytes(self.content)

    def _wait(self, application: object, until: object) -> bool:
        self.slept += 1
        time.sleep(0.3)
        return True

    def _asked(self, application: object, kind: object) -> object:
        if not self.asks:
            raise error(438, "FileDialog")
        return _Asked(self.chosen)

    def _dir(self, _: object, args: list[object], named: object) -> str:
        place = self.real(to_text(args[0]))
        there = place.is_dir() if len(args) > 1 else place.is_file()
        return place.name if there else ""

    def _load_macros(self) -> None:
        with ExcelFile(self.saved) as file:
            for module in file.vba_project().modules:
                if module.name.startswith("Jixiao"):
                    source = module.source
                    for statement, call in _STATEMENTS.items():
                        source = source.replace(statement, call)
                    self.app.add_module(source, name=module.name)
