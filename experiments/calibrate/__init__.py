"""Numbers that nobody measured, brought to agree with trials: an ensemble of sets, not a best guess."""
