"""How a site is made from `content/` and `checker/`."""
