"""A site is built beside the last one and takes its place when it is whole."""

from __future__ import annotations

import errno
import logging
import os
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.exceptions import PluginError
from mkdocs.utils import CountHandler, clean_directory

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

NEW = ".new"
"""The end of the name of a folder that is no site yet."""


def begin(config: MkDocsConfig) -> None:
    """Have MkDocs build beside `site_dir`: a build that stops leaves the last good site."""
    config.site_dir += NEW


def replace(config: MkDocsConfig) -> None:
    """Put the finished site in the place of the last one, unless MkDocs will stop at a warning."""
    built, site = Path(config.site_dir), Path(config.site_dir.removesuffix(NEW))
    if built == site or _has_warned():
        return
    clean_directory(str(site))  # MkDocs's own: a folder such as .git stays
    site.mkdir(parents=True, exist_ok=True)
    for part in built.iterdir():
        if part.is_dir() and (site / part.name).exists():
            _move_files(part, site / part.name)
        else:
            shutil.move(part, site / part.name)
    shutil.rmtree(built)
    config.site_dir = str(site)


def _move_files(source: Path, target: Path) -> None:
    """Move the files of a folder into one that stays. Nothing is copied: the disk may be full."""
    for file in source.rglob("*"):
        if file.is_file():
            place = target / file.relative_to(source)
            place.parent.mkdir(parents=True, exist_ok=True)
            file.replace(place)


def stop_if_disk_full(error: Exception) -> None:
    """Say in one line that a build failed because the disk is full.

    Raises:
        PluginError: it is.
    """
    codes = (errno.ENOSPC, errno.EDQUOT)
    told = any(os.strerror(code) in str(error) for code in codes)  # many files: shutil.Error
    if isinstance(error, OSError) and (error.errno in codes or told):
        raise PluginError("The disk is full. Make room, then build again; the last site is kept.")


def _has_warned() -> bool:
    """Whether a strict build has a warning: MkDocs counts them, and stops once all is written."""
    handlers = logging.getLogger("mkdocs").handlers
    return any(isinstance(one, CountHandler) and one.get_counts() for one in handlers)


def abandon(config: MkDocsConfig) -> None:
    """Take away what a failed build made: it may lack its policy."""
    if config.site_dir.endswith(NEW):
        shutil.rmtree(config.site_dir, ignore_errors=True)
