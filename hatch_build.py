"""Puts the networks that find faces beside the resources, whenever the program is built.

They are not in the repository. Without a network the program is built all the same: it says then
that it cannot find faces, and can get them later.
"""

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class FaceFinderHook(BuildHookInterface[Any]):
    """For wheels, and for editable installations, which are wheels too."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002 - hatchling names them
        sys.path.insert(0, self.root)
        from diary.errors import DiaryError
        from diary.imaging import face_download, face_models

        folder = Path(self.root, "resources", "faces")
        if face_models.load(folder):
            return
        try:
            face_download.fetch(folder)
        except DiaryError as error:
            self.app.display_warning(f"Built without the face finder. {error}")
