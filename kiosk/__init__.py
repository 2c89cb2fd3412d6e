"""The machine in the hall: what the citizen touches."""
