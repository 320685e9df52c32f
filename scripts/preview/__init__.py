"""`make preview`: which pages changed against a git ref, with pictures of before and after."""
