"""A conversation as HTML: questions, answers with marks, what to do with them, and the sources beside; pure."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from assistant.datatypes import Answer
from assistant.rendering.html import markdown_html
from assistant.rendering.plain import answer_plain
from assistant.ui.citation_cards import Texts, card_id, cards_html
from assistant.ui.conversation import Conversation, Turn
from assistant.wording import document_name

NO_SOURCES = '<p class="quiet">Câu trả lời này không trích đoạn nào.</p>'


def conversation_html(conversation: Conversation, texts: Texts, *, repeatable: bool = True) -> str:
    """All turns of a conversation; where it is `repeatable`, the last with buttons to repeat or change its question."""
    last = len(conversation.turns) if repeatable else 0
    return "".join(
        turn_html(turn, number, texts, is_last=number == last)
        for number, turn in enumerate(conversation.turns, start=1)
    )


def framed(conversation: Conversation, shown: str) -> str:
    """What is shown of a conversation, under its id: the script remembers which one this tab has open."""
    return f'<div class="conversation-frame" data-conversation="{escape(conversation.id)}">{shown}</div>'


def turn_html(turn: Turn, number: int, texts: Texts, *, is_last: bool) -> str:
    """One question with its answer or with the sentence that says why there is none."""
    if turn.answer:
        body = _answer_html(turn.answer, number, is_last=is_last)
        sources = cards_html(turn.answer, number, texts) or NO_SOURCES
        body += f'<template class="turn-sources">{sources}</template>'
        body += f'<template class="turn-plain">{escape(answer_plain(turn.answer))}</template>'
    else:
        body = f'<div class="answer problem"><p>{escape(turn.problem)}</p></div>{_repeat_buttons(is_last=is_last)}'
    return _turn(turn.question, number, body)


def pending_html(question: str, number: int, shown: str) -> str:
    """A question still being answered; `shown` is the Markdown so far or what is being waited for."""
    body = markdown_html(shown, lambda marker: f'<span class="mark">{marker}</span>')
    return _turn(question, number, f'<div class="answer pending" aria-busy="true">{body}</div>')


def conversations_html(earlier: Sequence[Conversation]) -> str:
    """The list of earlier conversations, each to be opened again or forgotten."""
    return f'<ul class="conversations">{"".join(map(_conversation_item, earlier))}</ul>'


def _turn(question: str, number: int, body: str) -> str:
    return (
        f'<article class="turn" data-turn="{number}" aria-label="Câu hỏi {number}">'
        f'<h2 class="question">{escape(question)}</h2>{body}</article>'
    )


def _answer_html(answer: Answer, number: int, *, is_last: bool) -> str:
    names = {one.marker: document_name(one.document) for one in answer.citations}

    def mark(marker: int) -> str:
        if marker not in names:
            return f"[{marker}]"
        label = f"Xem nguồn {marker}: {names[marker]}"
        return (
            f'<button type="button" class="mark" data-card="{card_id(number, marker)}" '
            f'aria-label="{escape(label)}" title="{escape(names[marker])}">{marker}</button>'
        )

    return (
        f"{_understood(answer)}"
        f'<div class="answer status-{answer.status}">{markdown_html(answer.text, mark)}{_notes(answer)}</div>'
        f"{_toolbar(answer, number)}{_repeat_buttons(is_last=is_last)}{_suggestions(answer) if is_last else ''}"
    )


def _understood(answer: Answer) -> str:
    return f'<p class="understood">Hiểu là: {escape("; ".join(answer.understood))}</p>' if answer.understood else ""


def _notes(answer: Answer) -> str:
    notes = "".join(f"<li>{markdown_html(note, lambda marker: f'[{marker}]')}</li>" for note in answer.notes)
    return f'<ul class="notes">{notes}</ul>' if notes else ""


def _toolbar(answer: Answer, number: int) -> str:
    sources, copy = "", "Chép"
    if answer.citations:
        copy = "Chép kèm nguồn"
        label = f"{len(answer.citations)} nguồn"
        sources = f'<button type="button" class="tool show-sources" data-turn="{number}">{label}</button>'
    return (
        f'<div class="toolbar" role="group" aria-label="Việc với câu trả lời {number}">{sources}'
        f'<button type="button" class="tool copy-answer">{copy}</button>'
        f'<button type="button" class="tool" data-event="take" data-turn="{number}">Tải Word</button>'
        f'<button type="button" class="tool" data-event="rate" data-turn="{number}" data-useful="yes">Hữu ích</button>'
        f'<button type="button" class="tool ask-remark" data-turn="{number}">Chưa đúng</button></div>'
        f'<form class="remark-form" data-turn="{number}" hidden><label>Sai hoặc thiếu ở đâu (không bắt buộc)'
        '<input type="text" maxlength="500"></label><button type="submit" class="tool">Gửi nhận xét</button></form>'
    )


def _repeat_buttons(*, is_last: bool) -> str:
    if not is_last:
        return ""
    return (
        '<div class="toolbar repeat"><button type="button" class="tool" data-event="retry">Trả lời lại</button>'
        '<button type="button" class="tool" data-event="edit">Sửa câu hỏi</button></div>'
    )


def _suggestions(answer: Answer) -> str:
    if not answer.suggestions:
        return ""
    return f'<div class="suggestions"><p>Có thể hỏi tiếp:</p>{question_buttons(answer.suggestions)}</div>'


def question_buttons(questions: Sequence[str]) -> str:
    """Questions to ask with one click."""
    opening = '<button type="button" class="suggestion" data-event="suggest"'
    return "".join(f'{opening} data-question="{escape(one)}">{escape(one)}</button>' for one in questions)


def _conversation_item(conversation: Conversation) -> str:
    key, title = escape(conversation.id), escape(conversation.title)
    return (
        f'<li><button type="button" class="conversation" data-event="reopen" data-id="{key}">{title}</button>'
        f'<button type="button" class="forget" data-event="forget" data-id="{key}" '
        f'aria-label="Xoá cuộc hỏi: {title}" title="Xoá">×</button></li>'
    )
