"""`copydesk try`: how often a check speaks in an archive, and how often it is right."""
