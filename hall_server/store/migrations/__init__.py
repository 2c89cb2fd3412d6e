"""Numbered changes of the tables, run by Alembic; every released one keeps an old database to prove it."""
