"""BLAKE2 from where `hashlib` takes it; that loads OpenSSL besides, which takes two milliseconds of each start."""

try:
    from _blake2 import blake2b
except ImportError:
    from hashlib import blake2b

__all__ = ["blake2b"]
