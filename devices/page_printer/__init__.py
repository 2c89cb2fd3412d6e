"""A4 printer: PDFs over IPP, to the printer itself or to a CUPS queue."""
