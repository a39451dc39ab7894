"""Builds the modules in C where that is possible, and a package without them elsewhere (decision 132)."""

import os
import platform
import shutil
import sysconfig
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

FOLDER = "lint/views"
SOURCES = "native"


class NativeHook(BuildHookInterface):
    """The modules go beside the views: into the wheel, or into the checkout that is installed editable."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compiles, and tells hatchling what has come of it."""
        if version == "editable":
            for old in Path(self.root, FOLDER).glob(f"*{sysconfig.get_config_var('EXT_SUFFIX')}"):
                old.unlink()
        if os.environ.get("COPYDESK_PURE") or not _is_usual_python():
            return
        self._made_in = tempfile.mkdtemp()
        try:
            built = _compiled(Path(self.root, SOURCES), Path(self._made_in))
        # Whatever is missing or fails, the package works without.
        except (Exception, SystemExit) as error:
            self.app.display_warning(f"copydesk is built without its modules in C, so it is slower: {error}")
            return
        build_data["pure_python"] = False
        build_data["infer_tag"] = True
        for module in built:
            if version == "editable":
                shutil.copy(module, Path(self.root, FOLDER))
            else:
                build_data["force_include"][str(module)] = f"{FOLDER}/{module.name}"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:  # noqa: ARG002
        """Clears up behind the compiler."""
        if hasattr(self, "_made_in"):
            shutil.rmtree(self._made_in, ignore_errors=True)


def _is_usual_python() -> bool:
    """Others run C slowly, or without the lock that the module relies on."""
    return platform.python_implementation() == "CPython" and not sysconfig.get_config_var("Py_GIL_DISABLED")


def _compiled(sources: Path, folder: Path) -> list[Path]:
    """One module for each file of C: `_words` for words.c. All of them, or an error."""
    from setuptools import Distribution, Extension

    flags = [] if os.name == "nt" else ["-O3", "-g0", "-std=c11"]
    package = FOLDER.replace("/", ".")
    extensions = [
        Extension(f"{package}._{source.stem}", [str(source)], extra_compile_args=flags)
        for source in sorted(sources.glob("*.c"))
    ]
    distribution = Distribution({"name": "copydesk", "ext_modules": extensions})
    command = distribution.get_command_obj("build_ext")
    command.build_lib, command.build_temp = str(folder / "lib"), str(folder / "temp")
    command.ensure_finalized()
    command.run()
    return [Path(command.get_ext_fullpath(extension.name)) for extension in extensions]
