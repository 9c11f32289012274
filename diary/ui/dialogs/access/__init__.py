"""Changing who can open the diary, from Settings."""
