"""What a technician types at a kiosk: doctor, net, screen (ui.md 8). Looks and asks; runs no visit."""
