"""A stand-in for python.org's embeddable zip, of the same structure, made of the interpreter of machine.py.

An interpreter, its library as a zip, a ._pth that names where it looks; no site-packages, no pip.
"""

from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

from windows import machine


def embeddable(out: Path) -> Path:
    """Write the zip into a folder."""
    place, digits = machine.made(), machine.VERSION.replace(".", "")
    library = out / f"python{digits}.zip"
    with ZipFile(library, "w", ZIP_DEFLATED) as archive:
        for path in sorted((place / "Lib").rglob("*.py")):
            if "site-packages" not in path.parts:
                archive.write(path, path.relative_to(place / "Lib"))
    zipped = out / f"python-{machine.VERSION}-embed-amd64.zip"
    with ZipFile(zipped, "w", ZIP_DEFLATED) as archive:
        for path in (*place.glob("*.exe"), *place.glob("*.dll"), *place.glob("DLLs/*")):
            archive.write(path, path.name)
        archive.writestr(f"python{digits}._pth", f"python{digits}.zip\r\n.\r\n\r\n#import site\r\n")
        archive.write(library, library.name)
    return zipped
