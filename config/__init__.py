"""What a site may change: defaults, site files, one reader; errors name file, key and what was expected."""
