"""Builds print layouts and atlases from a profile model."""
