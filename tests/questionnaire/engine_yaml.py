"""The files that the engine's data are made from, as they are in the project."""

from __future__ import annotations

from pathlib import Path

from site_config.core import yaml_source
from tests.small_site import ROOT

FILES = ("signs", "questionnaire", "outcomes", "examples")
READ = {
    name: yaml_source.read(ROOT / f"checker/{name}.yml", Path(f"checker/{name}.yml"))
    for name in FILES
}
