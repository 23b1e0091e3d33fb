"""What all screens share, handed to each when it is built."""

from __future__ import annotations

from dataclasses import dataclass

import gradio as gr

from assistant.settings import Settings
from assistant.ui.asking import Asking
from assistant.ui.desk import Desk
from assistant.ui.feedback import Feedback
from assistant.ui.limits import FairShares
from assistant.ui.ports import Assistant, Librarian
from assistant.ui.sign_in import Door


@dataclass(frozen=True, slots=True)
class Services:
    """The assistant and what stands around it.

    `browser_secret` keeps the conversations of a browser readable after a restart of the app.
    """

    desk: Desk[Assistant]
    asking: Asking
    rate: FairShares
    feedback: Feedback
    settings: Settings
    browser_secret: str
    librarian: Librarian | None = None
    door: Door | None = None

    def is_operator(self, request: gr.Request) -> bool:
        """Whether who makes this request may change the collection; without sign-in nobody may."""
        users = self.door.users() if self.door else ()
        return any(user.name == request.username and user.is_operator for user in users)


def browser_notebook(services: Services) -> gr.BrowserState:
    """The conversations that this browser keeps; every screen that reads them declares the same store."""
    return gr.BrowserState(None, storage_key="tro-ly-dai-hoi", secret=services.browser_secret)
