"""MkDocs events by MkDocs's own names, handed to plain functions. No logic here."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))  # the command `mkdocs` leaves it out

from site_config.pipeline import prepare

serving = False
site = None


def on_startup(*, command, dirty):
    global serving
    serving = command == "serve"


def on_config(config):
    global site
    site = None
    site = prepare.site_for(config, serving=serving)


def on_files(files, *, config):
    site.on_files(files, config=config)


def on_nav(nav, *, config, files):
    site.on_nav(files, config=config)


def on_page_context(context, *, page, config, nav):
    site.on_page_context(context, page=page)


def on_env(env, *, config, files):
    site.on_env(env, files=files)


def on_page_markdown(markdown, *, page, config, files):
    return site.on_page_markdown(markdown, page=page, files=files)


def on_page_content(html, *, page, config, files):
    return site.on_page_content(html)


def on_post_page(output, *, page, config):
    site.on_post_page(output)


def on_post_build(*, config):
    site.on_post_build(config)


def on_build_error(error):
    if site is not None:
        site.on_build_error(error)
