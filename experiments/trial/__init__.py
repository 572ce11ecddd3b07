"""Published trials, run as they were run: read, lived, analysed, shown."""
