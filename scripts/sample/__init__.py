"""Invents Musterkreis: a district with streets, houses, people and office tables, all from one seed."""
