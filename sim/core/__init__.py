"""The words the rest is written in. Nothing here knows of families."""
