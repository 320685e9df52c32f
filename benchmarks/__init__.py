"""Measures speed and size beside named peers; tests nothing."""
