"""When things happen: one phase a file, each a loop over rows that calls rules."""
