"""The words of templates, scripts and the self-check in other languages: gettext catalogs."""
