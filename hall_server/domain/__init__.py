"""The rules, pure: the ticket's life, numbers, who comes next. No clock, no ids of its own, no database."""
