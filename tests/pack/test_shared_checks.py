"""Checks that packs share: each pack gives its words, and has what it has no words for once."""

import shutil
from pathlib import Path

import pytest
from refusals import refused

from jixiao.pack import loading
from jixiao.pack.loading import load_pack

SHARED = "self-evaluation-checks.toml"
ROW = """\
[[check]]
id = "{id}"
title = "说明"
relation = "LEN({term}) > 0"
severity = "warning"
basis = {{ document = "甲", clause = "乙" }}
examples = []
"""


@pytest.fixture
def packs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of all packs that may be spoiled."""
    copy = Path(shutil.copytree(loading.data_folder("workbook_templates"), tmp_path / "workbook_templates"))
    monkeypatch.setattr(loading, "data_folder", lambda name: tmp_path / name)
    return copy


def ids(pack: str) -> set[str]:
    return {check.data.id for check in load_pack(pack).checks}


def test_a_pack_has_them_for_each_of_its_tables():
    assert {"SELF-01-项目指标", "SELF-01-自定指标", "SELF-11"} <= ids("department-overall")
    assert {"SELF-01-自定指标", "SELF-11"} <= ids("project-self-evaluation")
    assert "SELF-01-项目指标" not in ids("project-self-evaluation")
    assert not any(id_.startswith("SELF") for id_ in ids("department-final-accounts"))


def test_an_id_of_the_packs_own_cannot_be_shared(packs: Path):
    (packs / SHARED).write_text(ROW.format(id="FUNDS-03", term="项目.名称"), encoding="utf-8")
    with refused("FUNDS-03: the id occurs twice"):
        load_pack("project-self-evaluation")


def test_a_complaint_names_the_shared_file(packs: Path):
    (packs / SHARED).write_text(ROW.format(id="X-1", term="没有.这一项"), encoding="utf-8")
    with pytest.raises(loading.PackError, match=r"self-evaluation-checks\.toml”第4行"):
        load_pack("project-self-evaluation")
