"""`make edit`: the editor on this computer, until Ctrl+C."""

from __future__ import annotations

import sys
from pathlib import Path

from site_config.authoring.editor_server import HOST, editor

PORT = 8001


def main() -> int:
    """Serve the editor; return 1 and say why if that cannot be."""
    try:
        server = editor(Path.cwd(), PORT)
    except FileNotFoundError as error:
        sys.stderr.write(f"{error}. Run make setup, then make edit again.\n")
        return 1
    except OSError:
        sys.stderr.write(
            f"Port {PORT} is in use. Is the editor open already, at http://{HOST}:{PORT}/? Else "
            "stop the other program, then try again.\n"
        )
        return 1
    sys.stdout.write(
        f"The editor is at http://{HOST}:{PORT}/ (Chrome or Edge). Choose “Work with Local "
        f"Repository”, then this folder: {Path.cwd()}\nPress Ctrl+C to end.\n"
    )
    with server:
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            return 0
    return 0


if __name__ == "__main__":
    sys.exit(main())
