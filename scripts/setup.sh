#!/bin/sh
# Makes .venv with the first Python that will do, then hands over to scripts/setup.py.
# Usage: scripts/setup.sh site|test|audit|servers|browsers
set -eu
cd "$(dirname "$0")/.."

usable() { "$1" -c 'import ensurepip, sys, venv; sys.exit(sys.version_info < (3, 12))' >/dev/null 2>&1; }

candidates() {
    echo python3.13 python3.12 python3 python
    ls -d "${PYENV_ROOT:-$HOME/.pyenv}"/versions/3.1[3-9]*/bin/python3 \
        "${PYENV_ROOT:-$HOME/.pyenv}"/versions/3.12*/bin/python3 2>/dev/null || true
    command -v uv >/dev/null 2>&1 && uv python find 3.13 2>/dev/null || true
}

if ! usable .venv/bin/python; then
    rm -rf .venv
    for python in $(candidates); do
        if usable "$python"; then "$python" -m venv .venv && break; fi
    done
    if [ ! -x .venv/bin/python ] && command -v uv >/dev/null 2>&1; then
        uv venv --quiet --seed --python 3.13 .venv || true
    fi
fi
if [ ! -x .venv/bin/python ]; then
    echo "Python 3.12 or newer (with venv) is missing: install Python 3.13 (pyenv install, uv python install, or your system's python3 and python3-venv), then run make again." >&2
    exit 1
fi
exec .venv/bin/python -m scripts.setup "$1"
