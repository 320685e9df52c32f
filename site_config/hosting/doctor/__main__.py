"""`python -m site_config.hosting.doctor URL`.

Exits with 0 if all promises hold, 1 if one is broken, 2 if there is no site.
"""

from __future__ import annotations

import argparse
import sys

from site_config.hosting.doctor import examine
from site_config.hosting.doctor.http_client import NoSite
from site_config.hosting.doctor.report import report


def main(arguments: list[str] | None = None) -> int:
    """Say which promise is broken on a host, and how to fix it."""
    parser = argparse.ArgumentParser(prog="make doctor URL=…", description=main.__doc__)
    parser.add_argument("url", help="the site's first page: https://example.org/")
    given = parser.parse_args(arguments)
    try:
        findings = examine(given.url)
    except NoSite as error:
        sys.stderr.write(f"{error}\n")
        return 2
    sys.stdout.write(report(given.url, findings))
    return int(bool(findings))


if __name__ == "__main__":
    sys.exit(main())
