"""What is probably wrong where relations are broken: cells, old totals, figures in wrong cells; in words."""
