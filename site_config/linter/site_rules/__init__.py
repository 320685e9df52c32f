"""Rules that look at the whole project."""
