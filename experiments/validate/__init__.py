"""All published trials at once: what the model hits, what it misses, and whether it beats knowing nothing."""
