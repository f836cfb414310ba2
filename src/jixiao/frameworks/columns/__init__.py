"""The columns of a printed score table: where its header stands, and what each column below it holds."""
