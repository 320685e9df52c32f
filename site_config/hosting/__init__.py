"""Response headers and server recipes."""
