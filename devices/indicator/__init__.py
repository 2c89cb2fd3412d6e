"""Indicator: a signal lamp on a serial line, or a lamp behind a USB relay."""
