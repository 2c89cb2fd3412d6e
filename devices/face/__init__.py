"""Faces: the rules for comparing them with a card's photo, and a simulator. No verifier; off by default."""
