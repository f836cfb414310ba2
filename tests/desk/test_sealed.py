from jixiao.desk.examined import BookTrouble, ExaminedBook, PlainRecord
from jixiao.desk.sealed import head_of, sealed

RECORD = PlainRecord({"单位.名称": ("甲", "1")})


def test_bytes_that_are_no_text_are_spelt_out_everywhere() -> None:
    one = ExaminedBook("a.xlsm", "1", document={"workbook": "\udcd0.xlsm", "findings": []}, figures=RECORD)
    came = sealed(one).opened()
    assert came.document == {"workbook": "\\udcd0.xlsm", "findings": []}
    assert came.figures == RECORD


def test_what_everybody_asks_is_known_without_opening_it() -> None:
    bad = ExaminedBook("a.xlsm", "1", trouble=BookTrouble.DIED, sentence="处理中断。")
    came = sealed(bad)
    assert (came.book, came.digest, came.code, came.owner) == ("a.xlsm", "1", 2, "")
    assert (came.trouble, came.sentence) == (bad.trouble, bad.sentence)
    assert came.opened() == bad


def test_a_head_is_all_but_the_figures() -> None:
    one = ExaminedBook("a.xlsm", "1", document={"findings": []}, figures=RECORD, remarks=("甲",), amounts="2")
    assert head_of(sealed(one).content) == ExaminedBook(
        "a.xlsm", "1", document={"findings": []}, remarks=("甲",), amounts="2"
    )
