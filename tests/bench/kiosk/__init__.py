"""`make bench-kiosk` and `make bench-offline`: what a visitor feels of the kiosk, and what it costs its machine."""
