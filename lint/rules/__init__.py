"""Rules without Python: packs of rules in TOML or YAML, with the keys of Vale where the meaning is the same."""
