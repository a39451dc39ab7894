"""The built-in checks: a folder for each group, a file for each check, registered as a plugin registers its own."""
