"""Rating pad: five keys that light up when a visitor is invited to rate, on a serial line."""
