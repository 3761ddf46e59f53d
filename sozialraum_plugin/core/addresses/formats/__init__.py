"""Readers of address files; each gives `RawAddresses`, from which `records` makes the ADDRESSES table."""
