"""Sensors: door, tilt and power of a kiosk, and the sink that keeps what they tell."""
