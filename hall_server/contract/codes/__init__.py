"""Codes that visitors show: the reference code, whom a hall trusts for it, what is said when one is refused. Pure."""
