"""Caller: the keys with which a clerk calls, a numeric key pad or a box on a serial line."""
