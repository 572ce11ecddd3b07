"""How fast the model is, in ratios of one run: beside the same rules as ordinary Mesa agents, and by its own size."""
