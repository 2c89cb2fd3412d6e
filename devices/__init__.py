"""The hardware wing: knows bytes; knows no tickets, no screens, no HTTP."""
