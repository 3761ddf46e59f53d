"""The QGIS toolbox: parameters, a call into core or geo, a sink."""
