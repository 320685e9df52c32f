"""Rules that look at one page."""
