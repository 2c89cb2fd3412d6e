"""Many halls in one PostgreSQL database, written and read by several processes at a time."""
