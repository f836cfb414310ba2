import time
from pathlib import Path

from jixiao.audit.audit import audit
from jixiao.documents.reading import read_document


def test_the_same_fault_many_times_costs_so_many_times_as_much(tmp_path: Path) -> None:
    """Each is a slip of its own; what is wrong in one sentence explains nothing in another."""
    spent = {}
    for number in (50, 200):
        lines = (
            f"2024年收入合计{100 + n}.5万元，其中：财政拨款收入{60 + n}万元，事业收入30万元，其他收入5万元。"
            for n in range(number)
        )
        (tmp_path / "report.txt").write_text("\n".join(lines), encoding="utf-8")
        document = read_document(tmp_path / "report.txt")
        begun = time.process_time()
        found = audit(document)
        spent[number] = time.process_time() - begun
        assert len(found.findings) == number
    assert spent[200] < 4 * 2 * spent[50]
