"""One run of the program on the terminal, from the check that there is one to its exit code."""

from __future__ import annotations

import sys
from pathlib import Path

from app import clock
from app.paths import places
from app.tui.application import Afterword


def run(*, db: Path | None = None, page: str | None = None, demo: bool = False) -> int:
    """Run the program on the terminal; its exit code. `page` is "timeline", "capture" or "leave".

    Raises UsageError where there is no terminal to draw on, SettingsWrong where there is no home folder.
    """
    from app.tui.leaving import check_terminal, wait_no_longer

    check_terminal()
    sys.setswitchinterval(0.001)  # keys stay smooth while the journal's thread loads and plans
    code = _shown(db, page, demo=demo)
    wait_no_longer(code)
    return code


def _shown(db: Path | None, page: str | None, *, demo: bool) -> int:
    from app.demo import fill, sample_places

    if not demo:
        app = Afterword(places(db), page=page)
        code = _ran(app)
        if not app.wants_sample:
            return code
    with sample_places() as where:
        fill(where, clock.now())
        return _ran(Afterword(where, page=page or "timeline", demo=True))


def _ran(app: Afterword) -> int:
    from app.tui.leaving import Leaving

    with Leaving(app.keeper, app.end_soon) as leaving:
        try:
            app.run()
        except Exception as error:  # noqa: BLE001  (a traceback would show the person's text)
            app.fault = app.fault or error
    if app.fault is not None and not leaving.code:
        from app.faultreport import fault_told

        sys.stderr.write(fault_told(app.fault, app.where.journal.parent) + "\n")
        return 1
    return leaving.code or app.return_code or 0
