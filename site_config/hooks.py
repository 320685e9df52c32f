"""MkDocs events, handed on to plain functions in `site_config.pipeline`. No logic here."""

import sys
from importlib import import_module
from pathlib import Path

now: dict[str, object] = {}


def on_startup(command, **_):
    sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
    now["serving"] = command == "serve"


def on_config(config):
    now["site"] = import_module("site_config.pipeline.events").start(config, serving=now["serving"])


def on_build_error(error):
    import_module("site_config.pipeline.events").give_up(error)


def handed_on(step):
    return lambda *a, **named: getattr(now["site"], step)(*a, **named)  # noqa: PLW0108 (later)


on_files, on_env = handed_on("on_files"), handed_on("equip")
on_page_markdown, on_page_content = handed_on("expand"), handed_on("on_page_content")
on_post_page = handed_on("built")
on_post_build = handed_on("finish")
