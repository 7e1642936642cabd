"""The launcher on screen: what of a shop runs on this computer."""

from collections.abc import Sequence
from contextlib import closing

from PySide6.QtCore import QCoreApplication, QEvent, QUrl
from PySide6.QtQml import QQmlApplicationEngine
from PySide6.QtQuick import QQuickWindow

from app.services.demo import DemoStaff
from app.ui.application import new_application, resources
from app.ui.ending import Ending
from app.ui.viewmodels.launcher import Crew, LauncherViewModel
from app.ui.words import Words


class LauncherWindow:
    """The launcher's window and its view model. `close()` deletes the engine first."""

    def __init__(self, crew: Crew, people: Sequence[DemoStaff], language: str = "") -> None:
        self.words = Words(resources() / "i18n")
        self.words.use(language or "en")
        self.engine = QQmlApplicationEngine()
        self.station = LauncherViewModel(crew, people, self.words, self.engine.retranslate)
        self.engine.addImportPath(str(resources() / "qml"))
        self.engine.setInitialProperties({"launcher": self.station})

    def load(self) -> QQuickWindow:
        """Load the window and show it.

        Raises:
            RuntimeError: the QML files are missing or broken.
        """
        path = resources() / "qml" / "Sikka" / "LauncherMain.qml"
        self.engine.load(QUrl.fromLocalFile(str(path)))
        roots = self.engine.rootObjects()
        if not roots or not isinstance(roots[0], QQuickWindow):
            raise RuntimeError(f"The screen {path} cannot be shown. Install Sikka again.")
        self.station.open()
        return roots[0]

    def close(self) -> None:
        """Take the window down."""
        self.station.close()
        self.engine.deleteLater()
        QCoreApplication.sendPostedEvents(self.engine, QEvent.Type.DeferredDelete)
        self.words.drop()


def run_launcher(crew: Crew, people: Sequence[DemoStaff], language: str = "") -> int:
    """Show the launcher until its window is closed; return the exit code."""
    application = new_application()
    with closing(LauncherWindow(crew, people, language)) as launcher:
        launcher.load()
        ending = Ending()
        try:
            return application.exec()
        finally:
            ending.stop()
