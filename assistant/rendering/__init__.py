"""Answers made readable: Markdown, escaped HTML and Word; pure functions, no Gradio."""
