"""Map tools, locator filters and panels."""
