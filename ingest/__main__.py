"""The command line of the ingest: documents go in, come out, or the whole index is made anew."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from assistant.errors import AssistantError
from assistant.settings import read_settings
from ingest.modes import Terminal
from ingest.parsing import read_document
from ingest.pipeline import Tools
from ingest.progress import ProgressBar
from ingest.usage import read_usage


def main(arguments: Sequence[str] | None = None, tools: Tools | None = None) -> int:
    """Run one ingest; 0 where all went in, 1 where something failed, 2 for wrong usage, 130 where it was stopped."""
    usage = read_usage(arguments)
    tools = tools or Tools(progress=ProgressBar())
    if usage.force:
        tools = replace(tools, read=partial(read_document, force=True))
    terminal = Terminal(say=partial(print, flush=True), note=partial(print, file=sys.stderr))
    try:
        return usage.run(usage.request, read_settings(), tools, terminal)
    except AssistantError as error:
        print(error, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("Đã dừng theo yêu cầu; phần đã nạp vẫn còn, chạy lại lệnh để nạp tiếp.", file=sys.stderr)
        return 130


if __name__ == "__main__":
    sys.exit(main())
