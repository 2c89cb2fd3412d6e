"""Signatures and digests, each behind a small port and found in one table (`algorithms`). Knows no codes, no seals."""
