"""Code scanner: QR and bar codes over a serial line."""
