"""The web app: explore a school, compare strategies. No model code; it asks sim and experiments, and keeps nothing."""
