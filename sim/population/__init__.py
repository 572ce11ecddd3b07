"""How they begin: families, children, classes and ties drawn from fitted figures of real surveys."""
