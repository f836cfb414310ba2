"""Facts and scorecard -> the Word report, by a template that accountants edit in Word."""
