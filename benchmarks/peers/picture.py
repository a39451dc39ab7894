"""Bars on a logarithmic scale, as SVG that reads on white and on black."""

import math
from collections.abc import Sequence
from html import escape

_WIDTH, _LEFT, _RIGHT, _STEP = 720, 110, 70, 26


def bars(values: Sequence[tuple[str, float]]) -> str:
    """Names and their megabytes per second of processor, the fastest on top; copydesk in a colour of its own."""
    low = math.floor(math.log10(min(value for _, value in values)))
    high = math.ceil(math.log10(max(value for _, value in values)))
    scale = (_WIDTH - _LEFT - _RIGHT) / max(high - low, 1)
    height = _STEP * len(values) + 60
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {height}" font-family="sans-serif" '
        'font-size="13" role="img">',
        "<title>Megabytes of text per second of processor</title>",
        "<style>text{fill:#555}.tick{stroke:#8886}.bar{fill:#8aa4c0}.own{fill:#d5622b}</style>",
    ]
    for power in range(low, high + 1):
        x = _LEFT + (power - low) * scale
        parts.append(f'<line class="tick" x1="{x:.0f}" x2="{x:.0f}" y1="8" y2="{height - 46}"/>')
        parts.append(f'<text x="{x:.0f}" y="{height - 30}" text-anchor="middle">{10.0**power:g}</text>')
    for number, (name, value) in enumerate(values):
        y, length = 12 + number * _STEP, max((math.log10(value) - low) * scale, 2)
        kind = "bar own" if name == "copydesk" else "bar"
        parts.append(f'<text x="{_LEFT - 8}" y="{y + 14}" text-anchor="end">{escape(name)}</text>')
        parts.append(f'<rect class="{kind}" x="{_LEFT}" y="{y}" width="{length:.0f}" height="18" rx="2"/>')
        parts.append(f'<text x="{_LEFT + length + 6:.0f}" y="{y + 14}">{value:.3g}</text>')
    caption = "megabytes of text per second of processor (logarithmic)"
    parts.append(f'<text x="{_LEFT}" y="{height - 8}">{caption}</text>')
    return "\n".join([*parts, "</svg>", ""])
