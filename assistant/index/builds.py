"""What can be told of the build in use before anything is opened for writing."""

from __future__ import annotations

import sqlite3
import time
from pathlib import Path

from assistant.index import layout, rows
from assistant.index.catalogue import SCHEMA_VERSION, Catalogue, generation_of, meta


def recorded_roots(data_dir: Path) -> tuple[str, ...]:
    """The roots through which the documents of the index came in; none where there is no index that can be read."""
    build = layout.current_build(data_dir)
    if build is None:
        return ()
    catalogue = Catalogue(build)
    try:
        with catalogue.reading() as connection:
            return rows.roots(connection)
    except sqlite3.Error:
        return ()
    finally:
        catalogue.close()


def is_of_older_version(data_dir: Path) -> bool:
    """Whether an older version of the program laid out the index; a new one is then made from the same files."""
    build = layout.current_build(data_dir)
    if build is None:
        return False
    catalogue = Catalogue(build)
    try:
        with catalogue.reading() as connection:
            return int(meta(connection, "schema_version")) < SCHEMA_VERSION
    except (sqlite3.Error, ValueError):
        return False
    finally:
        catalogue.close()


def generation_after(build: Path | None) -> int:
    """A generation that readers of the old build have not seen; after an unreadable build, the clock decides."""
    if build is None:
        return 1
    catalogue = Catalogue(build)
    try:
        with catalogue.reading() as connection:
            return generation_of(connection) + 1
    except (sqlite3.Error, ValueError):
        return int(time.time())
    finally:
        catalogue.close()
