"""`make soak-kiosk`: random people and random faults before a real kiosk, and what they leave behind."""
