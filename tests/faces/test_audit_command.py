"""jixiao audit, called as people call it: lines, JSON, exit codes."""

from __future__ import annotations

import json
from pathlib import Path

from commands import called

GOOD = "2023年度部门决算情况说明\n本年支出合计300.50万元，其中：基本支出200.20万元；项目支出100.30万元。\n"
BAD = GOOD.replace("100.30", "110.30")


def test_a_report_that_holds(tmp_path: Path):
    file = tmp_path / "报告.txt"
    file.write_text(GOOD, "utf-8")
    done = called("audit", file)
    assert done.returncode == 0
    assert "发现0处问题" in done.stdout


def test_a_report_that_does_not(tmp_path: Path):
    file = tmp_path / "报告.txt"
    file.write_text(BAD, "utf-8")
    assert called("audit", file).returncode == 1
    document = json.loads(called("audit", file, "--json").stdout)
    assert [finding["stated"] for finding in document["findings"]] == ["300.50万元"]
    assert document["findings"][0]["at"] == len(BAD.split("\n")[0])


def test_a_file_that_is_no_report(tmp_path: Path):
    done = called("audit", tmp_path / "没有.docx")
    assert done.returncode == 2
    assert "没有.docx" in done.stderr
