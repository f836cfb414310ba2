"""Parts and their whole, balances, equations, products, what is left."""
