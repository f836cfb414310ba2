"""What goes back to a unit: a letter that says what to mend or to explain, and a sheet for its answers."""
