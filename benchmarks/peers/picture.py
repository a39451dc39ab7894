"""Bars on a logarithmic scale, as SVG that reads on white and on black."""

import math
from collections.abc import Iterable, Sequence
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


def growth(series: Sequence[tuple[str, str, Sequence[tuple[float, float]]]]) -> str:
    """Seconds over megabytes, both logarithmic: name, colour and points of each line, and how steep linear is."""
    left, top, width, height = 70, 14, 560, 320
    every = [point for _, _, points in series for point in points]
    x_low, x_high, y_low, y_high = (
        pick(math.log10(point[axis]) for point in every) for axis in (0, 1) for pick in (_floor, _ceil)
    )

    def place(point: tuple[float, float]) -> tuple[float, float]:
        x = left + (math.log10(point[0]) - x_low) / (x_high - x_low) * width
        return x, top + height - (math.log10(point[1]) - y_low) / (y_high - y_low) * height

    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} 400" font-family="sans-serif" '
        'font-size="13" role="img">',
        "<title>Seconds of processor by megabytes of text</title>",
        "<style>text{fill:#555}.tick{stroke:#8886}path{fill:none;stroke-width:2}</style>",
    ]
    for power in range(x_low, x_high + 1):
        x, _ = place((10.0**power, 10.0**y_low))
        parts.append(f'<line class="tick" x1="{x:.0f}" x2="{x:.0f}" y1="{top}" y2="{top + height}"/>')
        parts.append(f'<text x="{x:.0f}" y="{top + height + 18}" text-anchor="middle">{10.0**power:g} MB</text>')
    for power in range(y_low, y_high + 1):
        _, y = place((10.0**x_low, 10.0**power))
        parts.append(f'<line class="tick" x1="{left}" x2="{left + width}" y1="{y:.0f}" y2="{y:.0f}"/>')
        parts.append(f'<text x="{left - 8}" y="{y + 4:.0f}" text-anchor="end">{10.0**power:g} s</text>')
    for number, (name, colour, points) in enumerate(series):
        places = [place(point) for point in points]
        line = " ".join(f"{'L' if at else 'M'}{x:.1f} {y:.1f}" for at, (x, y) in enumerate(places))
        parts.append(f'<path d="{line}" stroke="{colour}"/>')
        parts += [f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3.5" fill="{colour}"/>' for x, y in places]
        parts.append(f'<text x="{left + 14}" y="{top + 20 + 18 * number}" style="fill:{colour}">{escape(name)}</text>')
    return "\n".join([*parts, "</svg>", ""])


def _floor(values: Iterable[float]) -> int:
    return math.floor(min(values))


def _ceil(values: Iterable[float]) -> int:
    return math.ceil(max(values))
