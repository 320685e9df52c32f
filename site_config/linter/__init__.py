"""Checks all that people write: pages, data files, the self-check's words, templates.

`runner` lists and runs the rules. A rule is data (id, what it looks for, fix, severity) and a
function: `page_rules` look at one page, `site_rules` at the whole project.
"""
