"""The printed table itself: its rows with levels and weights, sums, notes, titles, whatever the layout."""
