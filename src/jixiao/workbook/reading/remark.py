"""Why a cell, or a place where cells are looked for, deserves a finding."""

from __future__ import annotations

from enum import StrEnum


class Remark(StrEnum):
    """The ids of findings; their words stand in findings.py."""

    READ_AS = "READ-01"  # understood, but not written as a plain value
    NOT_A_NUMBER = "READ-02"
    ERROR_VALUE = "READ-03"
    NEVER_CALCULATED = "READ-04"
    NOT_A_DATE = "READ-05"
    FRACTION = "READ-06"
    NEGATIVE = "READ-07"
    NOT_A_CHOICE = "READ-08"
    NAME_LOST = "READ-10"
    SHEET_LOST = "READ-11"
    TOO_LARGE = "READ-12"
    NOT_A_YEAR = "READ-13"
    UNSEEN = "READ-14"
    BARE_RATIO = "READ-15"  # a percentage that was pasted into a text cell: Excel hands over 0.95 for 95%
    STRUCK = "READ-16"
    PICTURE = "READ-17"
    NOT_A_CODE = "READ-18"
    DISPLACED = "READ-19"
    FULL = "READ-20"
    OTHER_YEAR = "READ-21"  # than the name of the file has
    OTHER_TIME = "READ-22"  # a date that does not go with the year
    NONE_HERE = "READ-23"  # a row that says only that there is none
    BELOW = "READ-24"  # something below the last row of the indicators
    IS_A_DATE = "READ-25"  # 9-30 typed where a number belongs: Excel makes a day of it
