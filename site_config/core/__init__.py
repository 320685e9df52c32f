"""Issues and their report, YAML with line numbers, validation, compression."""
