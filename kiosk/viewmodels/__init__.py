"""What a page shows, as Qt properties; derived from the session by pure functions."""
