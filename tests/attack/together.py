"""Several commands at once on the same files: is anything lost, cut off or left behind?

python tests/attack/together.py 50 [SEED]

Two and more runs on one workbook; a run, a watch and somebody who saves; a reader while runs write; two new
workbooks of one name; two batches into one folder. Each round begins anew, at moments that chance chooses;
a process that does not end by itself is ended by its own alarm.
"""

from __future__ import annotations

import os
import random
import shutil
import signal
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parents[1]))

from attack.bounded import called
from attack.kills import BOOK, World

from jixiao.faces.cli import main as jixiao
from jixiao.made_marks import marked

PATIENCE = 60  # seconds for a process, and for what a watch is to do
Round: TypeAlias = Callable[[World, random.Random], str]
ROUNDS: dict[str, Round] = {}


def a_round(play: Round) -> Round:
    ROUNDS[play.__name__.replace("_", " ")] = play
    return play


class Child:
    """A command in a process of its own, forked: nothing has to be loaded again."""

    def __init__(self, folder: Path, *words: object, delay: float = 0) -> None:
        self.said = folder.parent / f"said-{os.getpid()}-{time.monotonic_ns()}"
        self.process = os.fork()
        if not self.process:
            signal.alarm(PATIENCE)
            os._exit(self._command([str(word) for word in words], delay))

    def _command(self, words: list[str], delay: float) -> int:
        target = os.open(self.said, os.O_CREAT | os.O_WRONLY)
        for stream in (1, 2):
            os.dup2(target, stream)
        sys.stdout = sys.stderr = os.fdopen(1, "w", buffering=1, encoding="utf-8")
        time.sleep(delay)
        sys.argv = ["jixiao", *words]
        try:
            jixiao()
        except SystemExit as left:
            return int(left.code or 0)
        except BaseException:
            import traceback

            traceback.print_exc()
            return 99
        return 0

    def code(self) -> int:
        return os.waitstatus_to_exitcode(os.waitpid(self.process, 0)[1])

    @property
    def output(self) -> str:
        return self.said.read_text("utf-8") if self.said.exists() else ""


def faults(children: list[Child], allowed: tuple[int, ...] = (0, 1)) -> str:
    """What is wrong with how they ended; they are waited for."""
    codes = [child.code() for child in children]
    outputs = [child.output for child in children]
    for child in children:
        child.said.unlink(missing_ok=True)
    if any("Traceback" in said for said in outputs):
        return "有 traceback：" + next(said[-600:] for said in outputs if "Traceback" in said)
    wrong = [said[-300:] for code, said in zip(codes, outputs, strict=True) if code not in allowed]
    return f"退出码 {codes}：{wrong}" if wrong else ""


def leftovers(folder: Path) -> str:
    return "留下临时文件" if any(file.suffix == ".tmp" for file in folder.rglob("*")) else ""


@a_round
def runs_on_one_workbook(world: World, chance: random.Random) -> str:
    world.laid_out(world.before)
    delays = [chance.uniform(0, world.seconds) for _ in range(chance.randint(2, 4))]
    children = [Child(world.folder, "run", world.folder / BOOK, delay=delay) for delay in delays]
    wrong = faults(children) or leftovers(world.folder)
    left = world.files()
    beside = [name for name in left if "（结果" in name]
    if wrong or {name: left[name] for name in left if name not in beside} != world.after:
        return wrong or f"结果不同：{sorted(left)}"
    if any(left[name] != marked(world.after[BOOK]) for name in beside):
        return "旁边的结果不完整"
    return "写完，有一份结果在旁边" if beside else "写完，结果相同"


@a_round
def a_reader_while_runs_write(world: World, chance: random.Random) -> str:
    """A look at the workbook sees the old one or the new one, and so does a check."""
    world.laid_out(world.before)
    children = [Child(world.folder, "run", world.folder / BOOK, delay=chance.uniform(0, 0.2))]
    children.append(Child(world.folder, "check", world.folder / BOOK, delay=chance.uniform(0, world.seconds)))
    until, seen = time.monotonic() + world.seconds + 0.5, set[bytes]()
    while time.monotonic() < until:
        seen.add((world.folder / BOOK).read_bytes())
    wrong = faults(children) or leftovers(world.folder)
    cut = seen - {world.before, world.after[BOOK]}
    return wrong or ("读到半个文件" if cut else "只读到旧的或新的")


@a_round
def a_run_a_watch_and_a_save(world: World, chance: random.Random) -> str:
    world.laid_out(world.before)
    watch = Child(world.folder, "watch", world.folder)
    _wait(lambda: "正在看守" in watch.output)
    run = Child(world.folder, "run", world.folder / BOOK)
    time.sleep(chance.uniform(0, world.seconds * 1.2))
    new = world.folder / "~excel.tmp"
    new.write_bytes(world.saved)
    new.replace(world.folder / BOOK)
    done = _wait(lambda: (world.folder / BOOK).read_bytes() == world.saved_after[BOOK])
    wrong = faults([run])
    os.kill(watch.process, signal.SIGTERM)
    wrong = wrong or faults([watch]) or leftovers(world.folder)
    return wrong or ("保存的内容和它的结果都在" if done else "看守没有处理保存的内容")


def _wait(happened: Callable[[], bool], seconds: float = PATIENCE / 2) -> bool:
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        if happened():
            return True
        time.sleep(0.05)
    return False


@a_round
def two_new_workbooks_of_one_name(world: World, chance: random.Random) -> str:
    """One is made; the other is refused, for a workbook that is there is never overwritten."""
    target = world.folder.parent / "新建" / "新.xlsm"
    shutil.rmtree(target.parent, ignore_errors=True)
    target.parent.mkdir()
    years = ("2023", "2024")
    children = [
        Child(world.folder, "new", target, "--year", year, delay=chance.uniform(0, 0.3)) for year in years
    ]
    codes = [child.code() for child in children]
    outputs = [child.output for child in children]
    for child in children:
        child.said.unlink(missing_ok=True)
    if leftovers(target.parent) or any("Traceback" in said for said in outputs):
        return f"有 traceback 或临时文件：{outputs}"
    return "一个建成，另一个说已经有了" if sorted(codes) == [0, 2] else f"退出码 {codes}：{outputs}"


@a_round
def two_batches_into_one_folder(world: World, chance: random.Random) -> str:
    """One does it; the other says so, or comes after it. Then a third has nothing left to do."""
    place = world.folder.parent / "批量"
    shutil.rmtree(place, ignore_errors=True)
    (place / "单位").mkdir(parents=True)
    for number, book in enumerate((world.before, world.saved)):
        (place / "单位" / f"{number}.xlsm").write_bytes(book)
    words = ("batch", place / "单位", "--out", place / "结果", "--workers", "1")
    script = "import sys, time; time.sleep(float(sys.argv.pop())); from jixiao.faces.cli import main; main()"
    outcomes = _at_once(script, words, [0.0, chance.uniform(0, 1.5)], place)
    third = called(*words, cwd=place)
    for code, said in [*outcomes, (third.code, third.out + third.err)]:
        if "Traceback" in said or code not in (0, 1, 2) or (code == 2 and "正在进行" not in said):
            return f"退出码 {code}：{said[-400:]}"
    reports = len(list((place / "结果").rglob("*.docx")))
    if leftovers(place) or third.code == 2 or reports < 2:
        return f"结果不完整：{reports} 份报告"
    return "一个办理，另一个说正在进行" if 2 in [code for code, _ in outcomes] else "先后办理"


def _at_once(script: str, words: tuple[object, ...], delays: list[float], cwd: Path) -> list[tuple[int, str]]:
    import subprocess

    started = [
        subprocess.Popen(
            [sys.executable, "-c", script, *map(str, words), str(delay)],
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            stdin=subprocess.DEVNULL,
            cwd=cwd,
            env=os.environ | {"PYTHONIOENCODING": "utf-8", "JIXIAO_CACHE": str(cwd / "cache")},
        )
        for delay in delays
    ]
    done = [(process.communicate(timeout=5 * PATIENCE)[0], process.returncode) for process in started]
    return [(code, said.decode("utf-8", "replace")) for said, code in done]


WELL = {
    *("写完，结果相同", "写完，有一份结果在旁边", "只读到旧的或新的", "保存的内容和它的结果都在"),
    *("一个建成，另一个说已经有了", "一个办理，另一个说正在进行", "先后办理"),
}


def tried(world: World, name: str, times: int, seed: int = 0) -> Counter[str]:
    """How many rounds ended how."""
    chance = random.Random(f"{name}:{seed}")
    return Counter(ROUNDS[name](world, chance) for _ in range(times))


def main() -> None:
    from workbook.books import silent_sample, typed

    times, seed = int(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 0
    wrong = 0
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "办公室"
        folder.mkdir()
        world = World(folder, silent_sample(), typed(silent_sample(), {"支出.合计": 999}), whole=True)
        for name in ROUNDS:
            for outcome, often in tried(world, name, times, seed).most_common():
                wrong += often * (outcome not in WELL)
                print(f"| {name} | {outcome} | {often} |", flush=True)
    sys.exit(bool(wrong))


if __name__ == "__main__":
    main()
