"""The look shared by all screens: Gradio's theme in our colours, no font from elsewhere."""

from __future__ import annotations

import gradio as gr

# Fonts of the reader's own system, all with the full set of Vietnamese letters; Gradio's bundled ones are not.
FONTS = ("Segoe UI", "Roboto", "Noto Sans", "Helvetica Neue", "Arial", "DejaVu Sans", "sans-serif")
RED = gr.themes.Color(
    "#fdf3f2", "#fbe4e2", "#f5c9c5", "#ec9f99", "#dd6f67", "#c4453d", "#a3161f", "#87121a", "#6e1116", "#5a1014",
    "#340709",
)  # fmt: skip


def theme() -> gr.themes.Base:
    """Calm paper colours, large text, dark red for what can be pressed."""
    return gr.themes.Base(
        primary_hue=RED,
        secondary_hue=gr.themes.colors.stone,
        neutral_hue=gr.themes.colors.stone,
        text_size=gr.themes.sizes.text_lg,
        radius_size=gr.themes.sizes.radius_md,
        font=FONTS,
        font_mono=("Consolas", "DejaVu Sans Mono", "monospace"),
    ).set(
        body_background_fill="var(--paper)",
        body_background_fill_dark="var(--paper)",
        body_text_color="var(--ink)",
        body_text_color_dark="var(--ink)",
        body_text_color_subdued="var(--quiet)",
        body_text_color_subdued_dark="var(--quiet)",
        block_background_fill="var(--surface)",
        block_background_fill_dark="var(--surface)",
        border_color_primary="var(--line)",
        border_color_primary_dark="var(--line)",
        input_background_fill="var(--surface)",
        input_background_fill_dark="var(--surface)",
        input_border_color="var(--quiet)",
        input_border_color_dark="var(--quiet)",
        input_border_width="1px",
        button_border_width="0px",
        input_placeholder_color="var(--quiet)",
        input_placeholder_color_dark="var(--quiet)",
        button_secondary_background_fill="var(--chip)",
        button_secondary_background_fill_dark="var(--chip)",
        button_secondary_background_fill_hover="var(--line)",
        button_secondary_background_fill_hover_dark="var(--line)",
        button_secondary_text_color="var(--ink)",
        button_secondary_text_color_dark="var(--ink)",
        button_primary_background_fill="var(--press)",
        button_primary_background_fill_dark="var(--press)",
        button_primary_background_fill_hover="var(--press-hover)",
        button_primary_background_fill_hover_dark="var(--press-hover)",
        button_primary_text_color="#ffffff",
        button_primary_text_color_dark="#ffffff",
    )
