"""Facts and scorecard -> the Word report: a template that accountants edit in Word, filled without touching a figure."""
