"""Who there is: tables of columns, each with a meaning, a unit and the one phase that writes it."""
