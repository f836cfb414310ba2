"""Run by the Python of Windows: start one command line as it stands, and hand on its exit code.

python start.py ORDER: a JSON document with the command line, variables and a folder to start in. So a test
says what the Explorer or Excel would say: neither wine's nor Python's way of quoting comes between.
"""

import json
import os
import subprocess
import sys

order = json.loads(sys.argv[1])
done = subprocess.run(
    order["line"],
    env={**os.environ, **order["variables"]},
    cwd=order["folder"] or None,
    stdin=sys.stdin,
    stdout=sys.stdout,
    stderr=sys.stdout,
    check=False,
)
sys.exit(done.returncode)
