#!/bin/sh
# Install from the wheels beside this file, without internet, into the user's own folder.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
venv=$HOME/.local/share/jixiao/venv
"${PYTHON:-python3}" -m venv --clear "$venv"
"$venv/bin/python" -m pip --isolated install --quiet --disable-pip-version-check \
  --no-index --find-links "$here/wheels" "jixiao[pdf]"
"$venv/bin/python" -P -m jixiao excel setup
