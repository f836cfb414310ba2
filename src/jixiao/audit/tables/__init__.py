"""Tables of a report as entries: codes, names, figures with what their columns measure."""
