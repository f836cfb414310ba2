from jixiao.desk.examined import ExaminedBook, PlainRecord, printable, whole_score


def test_bytes_that_are_no_text_are_spelt_out_everywhere() -> None:
    record = PlainRecord({"单位.名称": ("甲", "1")})
    one = ExaminedBook("a.xlsm", "1", document={"workbook": "\udcd0.xlsm", "findings": []}, figures=record)
    assert printable(one).document == {"workbook": "\\udcd0.xlsm", "findings": []}
    assert printable(one).figures == record
    plain = ExaminedBook("a.xlsm", "1")
    assert printable(plain) is plain


def test_points_are_no_score_while_an_indicator_is_not_scored() -> None:
    scored = [{"score": "0"}, {"score": "8.1"}]
    assert whole_score({"total": "8.1", "indicators": scored}) == "8.1"
    assert whole_score({"total": "8.1", "indicators": [*scored, {"score": None}]}) == ""
    assert whole_score({}) == ""
