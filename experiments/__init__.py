"""How the model is studied: one scenario against its baseline, tables, pictures, the command line."""
