"""Receipt printer (ESC/POS): slips, status, honest acknowledgement."""
