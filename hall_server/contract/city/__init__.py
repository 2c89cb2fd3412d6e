"""What a hall and its city say to each other: one file of shapes per port, and what all ports share."""
