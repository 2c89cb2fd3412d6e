"""Camera: pictures from a device file or an HTTP address, captured in a process of their own."""
