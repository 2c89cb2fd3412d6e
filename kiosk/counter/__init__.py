"""The machine at a counter: keys that call, the strip above it, a rating pad; whatever the clerk has on the screen."""
