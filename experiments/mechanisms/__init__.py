"""The paper's mechanisms one by one: what each does, against all on."""
