"""The word lists of an audit as typed data: named terms, equations, reasons."""
