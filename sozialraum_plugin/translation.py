"""Puts the German translation before the user whose QGIS speaks German."""

from __future__ import annotations

from qgis.PyQt.QtCore import QCoreApplication, QTranslator

from .core.messages import CONTEXT, use_translation
from .core.paths import plugin_file


def _through_qt(text: str) -> str:
    return QCoreApplication.translate(CONTEXT, text)


def install_translation(locale: str) -> QTranslator | None:
    """Translate the plugin into the language of `locale` (``de_DE``); None if that is English or unknown.

    The caller keeps the translator alive and hands it to `remove_translation` at the end.
    """
    use_translation(_through_qt)
    translator = QTranslator()
    try:
        path = plugin_file("i18n", f"sozialraum_{locale[:2].lower()}.qm")
    except FileNotFoundError:
        return None
    if not translator.load(str(path)):
        return None
    QCoreApplication.installTranslator(translator)
    return translator


def remove_translation(translator: QTranslator | None) -> None:
    """Go back to English."""
    use_translation(None)
    if translator is not None:
        QCoreApplication.removeTranslator(translator)
