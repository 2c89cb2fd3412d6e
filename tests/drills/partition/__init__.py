"""`make drill-partition`: whole halls in one process, every fault drawn from a seed, nothing left to chance (C1, C4)."""
