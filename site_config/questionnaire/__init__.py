"""Compiles and checks `checker/*.yml`."""
