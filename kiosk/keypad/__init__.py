"""A numeric key pad that calls while the clerk types in another program: presses become the counter's own commands."""
