import re
from pathlib import Path
from types import ModuleType

from jixiao.desk.examined import ExaminedBook
from jixiao.desk.overview.overview import overview
from jixiao.desk.standing import Arrival, Review, Standing
from jixiao.desk.summary.links import UnitLinks
from jixiao.desk.summary.rule_titles import RuleTitles
from jixiao.pack.loading import load_pack

EVIL = "</script><script>document.title='hacked'</script><img src=x onerror=\"document.title='hacked'\">"
FINDING = {
    "severity": "error",
    "outcome": "inconsistent",
    "id": "INC-01",
    "label": "合计",
    "message": f"合计{EVIL}",
}
TITLES = RuleTitles(lambda form: load_pack())
FINDING |= {"mend": "请改正。", "explanation": ""}


def page(number: int) -> str:
    rows = [
        Standing(
            f"第{unit}局",
            f"00{unit}",
            Arrival.CAME,
            "",
            Review.ERRORS,
            book=f"{unit}.xlsm",
            errors=1,
            score=f"{60 + unit % 41}",
        )
        for unit in range(number)
    ]
    rows.append(Standing(EVIL, "", Arrival.MISSING, EVIL))
    books = [ExaminedBook(row.book, "1", document={"findings": [FINDING]}) for row in rows if row.book]
    return "".join(overview(rows, books, UnitLinks(Path("上报"), Path("上报/审核结果")), EVIL, TITLES))


def test_the_page_needs_no_network_and_no_text_of_a_workbook_becomes_markup() -> None:
    text = page(3)
    assert re.findall(r"(?:src|href)\s*=\s*[\"']?(?:https?:)?//", text) == []
    assert text.count("<script") == text.count("</script>") == 2
    assert "<img" not in text


def test_a_browser_shows_the_units_and_runs_nothing_of_theirs(browser: ModuleType, tmp_path: Path) -> None:
    (tmp_path / "总览.html").write_text(page(300), encoding="utf-8")
    shown = browser.document(tmp_path / "总览.html")
    assert "<title>绩效自评审核总览</title>" in shown
    assert shown.count('<tr class="unit"') == 200
    assert "共 301 行，显示前 200 行" in shown
    assert ">第0局<" in shown
    assert re.search(r'title="INC-01 [^"]+"><span>[^<A-Z]+</span>', shown)  # a rule by its title
    assert 'class="name">（看文件名）<' not in shown
    assert re.search(r"<b>300</b>\s*计入的工作簿", shown)


def test_a_click_opens_the_section_of_a_unit_and_a_word_finds_it(browser: ModuleType, tmp_path: Path) -> None:
    act = """<script>
    document.getElementById("search").value = "第17局"; document.getElementById("search").oninput();
    document.querySelector("tr.unit").click();
    </script></body>"""
    (tmp_path / "总览.html").write_text(page(300).replace("</body>", act), encoding="utf-8")
    shown = browser.document(tmp_path / "总览.html")
    assert shown.count('<tr class="unit"') == 1
    assert "怎样改：请改正。" in shown
    assert "合计&lt;/script&gt;" in shown
    assert 'href="../17.xlsm"' in shown
