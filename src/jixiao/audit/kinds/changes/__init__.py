"""Changes: amounts, rates and words of direction against earlier figures."""
