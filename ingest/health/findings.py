"""What was found of one file, as it is stored beside the document and read back for the report."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Literal

Severity = Literal["grave", "warning", "note"]
SEVERITIES: tuple[Severity, ...] = ("grave", "warning", "note")


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to know of a file.

    Attributes:
        code: what it is, for programs.
        severity: "grave" lies below the floor: such a file goes in only by force; "warning" wants to be looked at;
            "note" tells what was done or is usual.
        text: one Vietnamese sentence.
        figures: what was counted or measured, by English name.
    """

    code: str
    severity: Severity
    text: str
    figures: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Health:
    """The findings of a file, the worst first, and the sketch by which nearly equal texts are found."""

    findings: tuple[Finding, ...] = ()
    sketch: str = ""

    def at(self, severity: Severity) -> tuple[Finding, ...]:
        """The findings of one severity."""
        return tuple(one for one in self.findings if one.severity == severity)

    @property
    def wants_attention(self) -> bool:
        """Whether anything is more than a note."""
        return any(one.severity != "note" for one in self.findings)


def health_to_json(health: Health) -> str:
    """One JSON text, as the catalogue keeps it."""
    return json.dumps(asdict(health), ensure_ascii=False)


def health_from_json(text: str) -> Health:
    """What `health_to_json` wrote; nothing known where the text is empty."""
    if not text:
        return Health()
    fields = json.loads(text)
    return Health(tuple(Finding(**one) for one in fields["findings"]), fields["sketch"])
