"""Open the diary of the command line and say when Today can take a key, then leave.

Run as a program: `python start_today.py --data-dir FOLDER --diary FOLDER`.
"""

import sys
from contextlib import ExitStack

from diary import app, cli

SLOW = ("matplotlib", "numpy", "typst", "PIL", "pi_heif", "pyrage", "pikepdf")
"""Libraries that the Today page has no use for. The key bag needs PyNaCl at every opening."""


def main() -> None:
    """Print one line: "usable", and the slow libraries that were loaded by then."""
    options = cli.parser().parse_args()
    with ExitStack() as leaving:
        application = app.make_application()
        window = app.build_window(application, options, leaving)
        window.show()
        while not _takes_the_first_score(application.focusWidget()):
            application.processEvents()
        window.grab()
        print("usable", *(name for name in SLOW if name in sys.modules), flush=True)  # noqa: T201 - the parent waits for it
        window.close()


def _takes_the_first_score(focused: object) -> bool:
    from diary.ui.widgets.scale_cell import ScaleCell

    return isinstance(focused, ScaleCell) and focused.isVisible()


if __name__ == "__main__":
    main()
