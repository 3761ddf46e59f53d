"""The trade, without QGIS: numpy, pandas and jinja2 in and out."""
