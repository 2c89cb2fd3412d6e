"""Who wants to hear, and "there is news up to n"."""
