from jixiao.desk.examining import results_folder


def test_no_two_workbooks_share_a_folder_of_results() -> None:
    books = ("甲/a.xlsm", "甲/a.xlsx", "甲/a.XLSM", "a.xlsm", "甲.xlsm")
    assert results_folder("out", books[0]).as_posix() == "out/结果/甲/a"
    assert len({results_folder("out", book) for book in books}) == len(books)
