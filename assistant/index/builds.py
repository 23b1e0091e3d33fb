"""What can be told of the build in use before anything is opened for writing, and what a new one takes over."""

from __future__ import annotations

import logging
import sqlite3
import time
from pathlib import Path

from assistant.index import layout, rows
from assistant.index.catalogue import SCHEMA_VERSION, UNSWEPT, Catalogue, generation_of, meta, set_meta
from assistant.index.layout import CATALOGUE

_LOGGER = logging.getLogger(__name__)


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


def take_over_vectors(build: Path, old: Path, fingerprint: str) -> None:
    """Copy the vectors of another build into a new, empty one, if the same model made them.

    They are named by what was embedded, so that a rebuild embeds nothing that it embedded before; what no passage names
    is swept at its end. From a build that cannot be read nothing is taken.
    """
    if not (old / CATALOGUE).is_file():
        return
    connection = sqlite3.connect(build / CATALOGUE, isolation_level=None)
    try:
        connection.execute("ATTACH ? AS old", (str(old / CATALOGUE),))
        (made_by,) = connection.execute("SELECT value FROM old.meta WHERE key = 'fingerprint'").fetchone() or ("",)
        if made_by == fingerprint:
            connection.execute("BEGIN")
            connection.execute("INSERT INTO vectors (kind, digest, data) SELECT kind, digest, data FROM old.vectors")
            set_meta(connection, UNSWEPT, "1")
            connection.execute("COMMIT")
    except sqlite3.Error as error:
        _LOGGER.warning("No vectors taken over from %s: %s", old, error)
    finally:
        connection.close()
