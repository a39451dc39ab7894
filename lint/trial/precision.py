"""How often a check is right, and the severity that this deserves."""

from dataclasses import dataclass
from math import sqrt

from lint.finding import Severity

# Of all samples, 95 in 100 have the true value in their interval.
_Z = 1.959964

# What the checks of copydesk keep to: see CONTRIBUTING.md.
LEAST = {Severity.ERROR: 0.98, Severity.WARNING: 0.95, Severity.INFO: 0.85}


@dataclass(frozen=True, slots=True)
class Precision:
    """So many findings were judged, and so many of them were right."""

    right: int
    judged: int

    @property
    def share(self) -> float:
        """The precision in the sample."""
        return self.right / self.judged

    @property
    def interval(self) -> tuple[float, float]:
        """Wilson's interval for the precision in all findings; it holds for few findings and for shares near 1, too."""
        n, share = self.judged, self.share
        middle = share + _Z * _Z / (2 * n)
        reach = _Z * sqrt(share * (1 - share) / n + _Z * _Z / (4 * n * n))
        scale = 1 + _Z * _Z / n
        return max(0.0, (middle - reach) / scale), min(1.0, (middle + reach) / scale)


def deserved(share: float) -> Severity:
    """The severity of a check that is right so often."""
    return next((severity for severity, least in LEAST.items() if share >= least), Severity.OFF)


def told(check: str, precision: Precision) -> str:
    """The precision in words, with what follows from it."""
    low, high = precision.interval
    severity, certain = deserved(precision.share), deserved(low)
    lines = [
        f"{check}: {precision.right} of {precision.judged} right: precision {precision.share:.3f} "
        f"(95% interval {low:.3f} to {high:.3f}).",
        f"It deserves the severity {severity} ({_least(severity)}).",
    ]
    if certain != severity:
        lines.append(
            f"The interval begins lower, where the severity is {certain} ({_least(certain)}): judge more of its "
            "findings to be sure."
        )
    return "\n".join(lines) + "\n"


def _least(severity: Severity) -> str:
    if severity is Severity.OFF:
        return f"below {LEAST[Severity.INFO]}"
    return f"from {LEAST[severity]} on"
