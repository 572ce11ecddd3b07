"""Observational traps: what a survey sees, beside what was published of surveys."""
