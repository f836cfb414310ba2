"""A report as it is read: passages, sentences, tables as printed, and a finding with its place."""
