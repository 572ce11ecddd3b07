"""Strategies side by side: the same families and luck, what each changes, what it costs, and how sure that is."""
