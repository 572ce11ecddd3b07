"""How everyone behaves. Each file is one idea of the paper: its numbers, then its rules, which see single values only."""
