"""All SQL of the hall, and nothing else."""
