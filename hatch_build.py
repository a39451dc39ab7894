"""Builds the module in C where that is possible, and a package without it elsewhere (decision 132)."""

import os
import platform
import shutil
import sysconfig
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

MODULE = "lint.views._words"
SOURCE = "native/words.c"


class NativeHook(BuildHookInterface):
    """The module goes beside the views: into the wheel, or into the checkout that is installed editable."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compiles, and tells hatchling what has come of it."""
        folder = MODULE.rpartition(".")[0].replace(".", "/")
        if version == "editable":
            Path(self.root, folder, f"_words{sysconfig.get_config_var('EXT_SUFFIX')}").unlink(missing_ok=True)
        if os.environ.get("COPYDESK_PURE") or not _is_usual_python():
            return
        self._made_in = tempfile.mkdtemp()
        try:
            built = _compiled(Path(self.root, SOURCE), Path(self._made_in))
        # Whatever is missing or fails, the package works without.
        except (Exception, SystemExit) as error:
            self.app.display_warning(f"copydesk is built without its module in C, so it is slower: {error}")
            return
        build_data["pure_python"] = False
        build_data["infer_tag"] = True
        if version == "editable":
            shutil.copy(built, Path(self.root, folder))
        else:
            build_data["force_include"][str(built)] = f"{folder}/{built.name}"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:  # noqa: ARG002
        """Clears up behind the compiler."""
        if hasattr(self, "_made_in"):
            shutil.rmtree(self._made_in, ignore_errors=True)


def _is_usual_python() -> bool:
    """Others run C slowly, or without the lock that the module relies on."""
    return platform.python_implementation() == "CPython" and not sysconfig.get_config_var("Py_GIL_DISABLED")


def _compiled(source: Path, folder: Path) -> Path:
    from setuptools import Distribution, Extension

    flags = [] if os.name == "nt" else ["-O3", "-g0", "-std=c11"]
    distribution = Distribution(
        {"name": "copydesk", "ext_modules": [Extension(MODULE, [str(source)], extra_compile_args=flags)]}
    )
    command = distribution.get_command_obj("build_ext")
    command.build_lib, command.build_temp = str(folder / "lib"), str(folder / "temp")
    command.ensure_finalized()
    command.run()
    return Path(command.get_ext_fullpath(MODULE))
