"""What a technician types at a machine: doctor, test, config, net, screen, logs (ui.md 8). Runs no visit."""
