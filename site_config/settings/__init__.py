"""The center's own facts, shared data and colors."""
