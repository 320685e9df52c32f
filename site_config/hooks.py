"""MkDocs events, handed on to plain functions in `site_config.build`. No logic here."""

import sys
from importlib import import_module
from pathlib import Path
from typing import Any

now: dict[str, Any] = {}


def on_startup(command, **_):
    sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
    now["serving"] = command == "serve"


def on_config(config):
    now["config"] = config
    now["site"] = import_module("site_config.build").start(config, serving=now["serving"])


def on_env(env, files, **_):
    now["site"].equip(env, files)


def on_page_markdown(markdown, page, **_):
    return now["site"].expand(markdown, page)


def on_post_page(output, **_):
    now["site"].built(output)


def on_post_build(config):
    now["site"].finish(Path(config.site_dir))
    import_module("site_config.build").publish(config)


def on_build_error(error):
    import_module("site_config.build").give_up(now["config"])
    if "site" in now:
        now["site"].give_up(error)
