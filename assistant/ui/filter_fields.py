"""The fields that narrow the collection, drawn the same on every screen that has them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import gradio as gr
from gradio.blocks import Block

from assistant.datatypes import Document
from assistant.ui.filters import choices

LABELS = ("Văn bản", "Loại văn bản", "Nhiệm kỳ đại hội", "Cấp")


class FilterFields:
    """Four multiple choices in a drawer; their choices follow the collection."""

    def __init__(self) -> None:
        with gr.Accordion("Giới hạn phạm vi", open=False, elem_classes="filters") as self.drawer, gr.Row():
            self.fields = [
                gr.Dropdown(choices=[], value=[], multiselect=True, label=label, info="để trống: tất cả", min_width=220)
                for label in LABELS
            ]

    @property
    def changing(self) -> list[Block]:
        """What `with_choices` may change."""
        return [self.drawer, *self.fields]

    def with_choices(self, documents: Sequence[Document], chosen: Sequence[str] = ()) -> dict[Block, Any]:
        """The choices of the collection as it is now, with some documents chosen already."""
        now = choices(documents)
        fresh = (now.documents, now.kinds, now.terms, now.levels)
        updates: dict[Block, Any] = {
            field: gr.update(choices=list(one)) for field, one in zip(self.fields, fresh, strict=True)
        }
        if chosen:
            updates[self.fields[0]] = gr.update(choices=list(now.documents), value=list(chosen))
            updates[self.drawer] = gr.update(open=True)
        return updates
