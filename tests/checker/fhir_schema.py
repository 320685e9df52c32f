"""What FHIR's published schema finds wrong."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

SCRIPT = Path(__file__).with_name("fhir_issues.mjs")


def schema_issues(resources):
    """What is wrong in each of some resources: a list of faults for each."""
    text, command = json.dumps(resources), ["node", str(SCRIPT)]
    done = subprocess.run(command, input=text, capture_output=True, text=True, check=True)
    return json.loads(done.stdout)
