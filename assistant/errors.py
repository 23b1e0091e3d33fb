"""What can go wrong and speaks to the user.

AssistantError
├── SettingsError        a setting is unknown or has a wrong value
├── QuestionError        a question that cannot be asked (empty, too long)
├── DocumentError        a file that cannot become a document
├── CorpusError          a folder of documents that is missing or empty
├── StoreError           the index cannot be used
│   ├── IndexMissingError      nothing was ingested yet
│   ├── IndexOutdatedError     made by another model or schema version
│   ├── IndexBusyError         another ingest is running
│   └── StorageError           the disk is full or read-only, the database is damaged or unreachable
├── ModelError           the embedding model cannot be loaded
├── ChatError            the language model gives no usable reply
└── PortInUseError       the address that the app should listen on is taken

Every message is one Vietnamese sentence for the screen: what happened, which value, what to do.
"""

from __future__ import annotations


class AssistantError(Exception):
    """Root of all errors whose message is meant for the user."""


class SettingsError(AssistantError):
    """A setting is unknown or has a wrong value."""


class QuestionError(AssistantError):
    """A question that cannot be asked: empty or too long."""


class DocumentError(AssistantError):
    """A file that cannot become a document: not text, broken front matter, unreadable."""


class CorpusError(AssistantError):
    """A folder of documents that is missing or empty, or an id that is not in the catalogue."""


class StoreError(AssistantError):
    """The index cannot be used."""


class IndexMissingError(StoreError):
    """Nothing was ingested yet."""


class IndexOutdatedError(StoreError):
    """The index was made by another embedding model or another schema version."""


class IndexBusyError(StoreError):
    """Another ingest holds the data folder."""


class StorageError(StoreError):
    """The disk is full or read-only, or the store is damaged or cannot be reached."""


class ModelError(AssistantError):
    """The embedding model cannot be loaded."""


class ChatError(AssistantError):
    """The language model at the configured endpoint gives no usable reply; the extractive answer stands in."""


class PortInUseError(AssistantError):
    """The address that the app should listen on is taken."""
