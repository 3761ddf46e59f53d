"""The parameters of profilepages: those of areaprofiles, and what only web pages have."""

from __future__ import annotations

from qgis.core import (
    QgsProcessingOutputHtml,
    QgsProcessingOutputNumber,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFolderDestination,
)

from ...core.messages import tr
from ._local_tables import LocalTableInputs
from ._office_documents import DOCUMENTS, NONE


class PageParameters(LocalTableInputs):
    """Declares what profilepages asks and gives; the work is in its subclass."""

    MAPS = "MAPS"
    DOCUMENT = "DOCUMENT"
    INDEX_PAGE = "INDEX_PAGE"

    def _add_tables(self) -> None:
        super()._add_tables()
        self.parameterDefinition(self.LEVEL).setHelp(
            tr(
                "Value of the field ebene of the areas that get a page, such as sozialraum, quartier or gemeinde. "
                "Several levels with commas between them share one index."
            )
        )

    def _add_look(self) -> None:
        super()._add_look()
        self.parameterDefinition(self.TITLE).setHelp(
            tr("Head line of each page and part of its title in the browser, such as Sozialraumprofil 2025.")
        )
        self.parameterDefinition(self.DPI).setHelp(
            tr("Of the map pictures. Text and charts stay sharp at any size; 150 dpi makes about 0.3 MB a page.")
        )
        self.add(
            QgsProcessingParameterBoolean(self.MAPS, tr("Maps"), defaultValue=True),
            tr(
                "A picture of the map on each page, with the names of the neighbours as its text. Without it the pages "
                "still name neighbours and facilities."
            ),
        )

    def _add_outputs(self) -> None:
        self.add(
            QgsProcessingParameterEnum(
                self.DOCUMENT, tr("Document to edit"), list(DOCUMENTS), defaultValue=NONE, usesStaticStrings=True
            ),
            tr(
                "odt or docx: texts and tables of each area as a document for those who must edit them, beside the "
                "pages. LibreOffice must be installed for it. none: pages only."
            ),
        )
        self.add(
            QgsProcessingParameterFolderDestination(self.OUTPUT_FOLDER, tr("Folder of the pages")),
            tr(
                "One file per area, code_name.html, and index.html, which leads to all; for internal use their names "
                "end in _intern. Files of the same name are replaced."
            ),
        )
        self.addOutput(QgsProcessingOutputNumber(self.COUNT, tr("Number of profiles")))
        self.addOutput(QgsProcessingOutputHtml(self.INDEX_PAGE, tr("Page that leads to all areas")))
