"""What a scanned code is and what to do with it: recognisers in a declared order, one answer each. Pure."""
