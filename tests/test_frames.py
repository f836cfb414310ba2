import re
import shutil
from pathlib import Path

import pytest
from commands import called

from jixiao import frames

SAMPLES = Path(__file__).parents[1] / "samples"
OVERALL, PROJECT = SAMPLES / "leiyang-2022.xlsm", SAMPLES / "training-project-2024.xlsm"


def test_facts_have_their_documented_columns_and_exact_amounts() -> None:
    found = frames.facts([OVERALL, PROJECT])
    assert {name: str(dtype) for name, dtype in found.dtypes.items()} == frames.FACTS
    total = found[(found.term == "支出.合计") & (found.form == "department-overall")].iloc[0]
    assert (total.unit_name, total.year, total.kind, total.state) == (
        "耒阳市工伤保险服务中心",
        2022,
        "amount",
        "filled",
    )
    assert total.fen == 346_080_000
    codes = found[found.term == "功能分类.编码"]
    assert list(codes.row) == list(range(1, len(codes) + 1))
    assert list(codes.key) == list(codes.text)


def test_findings_and_scores_are_those_of_the_command_line() -> None:
    found = frames.findings([OVERALL])
    assert {name: str(dtype) for name, dtype in found.dtypes.items()} == frames.FINDINGS
    assert "FUND-02" in set(found.id)
    scored = frames.scores([OVERALL])
    assert {name: str(dtype) for name, dtype in scored.dtypes.items()} == frames.SCORES
    assert scored["max"].sum() == 100


def test_without_workbooks_the_tables_have_their_columns_too() -> None:
    for table, columns in (
        (frames.facts, frames.FACTS),
        (frames.findings, frames.FINDINGS),
        (frames.scores, frames.SCORES),
    ):
        assert list(table([]).columns) == list(columns)


def test_the_example_of_the_docs_takes_each_unit_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "各单位上报"
    folder.mkdir()
    for name in ("a.xlsm", "a - 副本.xlsm"):
        shutil.copy(PROJECT, folder / name)
    (folder / "~$a.xlsm").write_bytes(b"Office")
    (folder / "坏.xlsx").write_bytes(b"")
    assert called("batch", folder, "--workers", "1").returncode == 2
    text = (SAMPLES.parent / "docs" / "reviewer.zh-CN.md").read_text(encoding="utf-8")
    (example,) = re.findall(r"```python\n(.*?frames.*?)```", text, re.DOTALL)
    monkeypatch.chdir(tmp_path)
    said: dict[str, object] = {}
    exec(example, said)
    assert len(said["books"]) == 1
    assert set(said["facts"].workbook) == {str(Path("各单位上报") / said["books"][0].name)}
