"""Everything that Kapok must show, and the tour."""
