"""Thin doorways for people: boards and the counter console as pages."""
