"""`make drill-partition`: whole halls in one process, every fault drawn from a seed (performance C1, C4)."""
