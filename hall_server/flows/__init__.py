"""One verb a file: every change to the hall enters by one of these doors."""
