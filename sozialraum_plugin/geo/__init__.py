"""Geometry work on QgsGeometry. Knows neither Processing nor the GUI."""
