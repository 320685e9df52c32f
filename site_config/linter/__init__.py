"""The check of all that people write: pages, data files and the words of the short check.

`site` runs it. Rules live in one module a family: front matter (front), figures and sources
(sourcing), words (wording), reading ease (reading), danger (safety, crisis_lines), form
(structure), privacy (resources), marks that would be shown (leftovers), links (links), menu and
files (together), the questionnaire (spoken), the words in templates (template_words), the words
explained (glossary).
"""
