"""A district as a picture: its preschools, its families by how well they are reached, and who knows whom."""
