"""The reviewer's desk: the workbooks of many units at once."""
