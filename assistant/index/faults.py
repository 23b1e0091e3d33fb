"""Named points of the write path at which a test may stop the process; inert unless a test installs a hook."""

from __future__ import annotations

from collections.abc import Callable

_hook: Callable[[str], None] | None = None


def install(hook: Callable[[str], None] | None) -> None:
    """Call `hook` with the name of every point that the write path passes; `None` takes it away."""
    global _hook
    _hook = hook


def fault(point: str) -> None:
    """Mark a point of the write path."""
    if _hook is not None:
        _hook(point)
