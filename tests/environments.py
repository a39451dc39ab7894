"""Fresh virtual environments for tests: the libraries of this one are visible in them, copydesk and plugins are not."""

import os
import site
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).parents[1]


def fresh_environment(folder: Path) -> Path:
    """The Python of a new environment. Libraries are found through a path file, so nothing is downloaded."""
    venv.create(folder, symlinks=os.name != "nt")
    python = folder / ("Scripts" if os.name == "nt" else "bin") / "python"
    where = [python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"]
    packages = subprocess.run(where, capture_output=True, text=True, check=True).stdout.strip()
    Path(packages, "libraries.pth").write_text("\n".join(site.getsitepackages()), encoding="utf-8")
    return python


def install(python: Path, *packages: Path) -> None:
    """Installs packages into an environment, without a network."""
    pip = [sys.executable, "-m", "pip", "--python", python, "install", "--quiet", "--no-index", "--no-deps"]
    subprocess.run([*pip, "--no-build-isolation", "--ignore-installed", *packages], check=True)
