"""Pictures of the hall's pages in every state, from a real hall in real Chromium, for eyes."""
