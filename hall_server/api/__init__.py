"""Thin doorways for machines: JSON in, JSON out."""
