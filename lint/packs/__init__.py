"""Data of the checks, each with its source, its licence and the script that makes it."""
