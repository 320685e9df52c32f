"""The local editor for writers (`make edit`). It is never part of `site/`."""
