"""The build, step by step."""
