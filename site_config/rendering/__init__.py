"""From data to HTML and Markdown."""
