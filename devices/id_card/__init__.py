"""Identity-card reader (GA 450 / GA 467 SDT protocol)."""
