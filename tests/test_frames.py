from pathlib import Path

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
