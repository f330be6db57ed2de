"""What a meaning says, in every language."""

from gongdan.domains.tickets.public import Phrase
from gongdan.infra.catalogue import say
from gongdan.kernel.text import LOCALES, Name, localised


def spoken(phrase: Phrase) -> Name:
    return {locale: _said(phrase, locale) for locale in LOCALES}


def _said(said: Phrase | Name | str, locale: str) -> str:
    """A key that the catalogue does not know is said as it is."""
    if isinstance(said, str):
        return said
    if isinstance(said, Phrase):
        parts = {name: _said(part, locale) for name, part in said.parts.items()}
        return say(said.key, locale, parts) or said.key
    return localised(said, locale)
