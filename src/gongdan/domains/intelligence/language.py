"""The language of a text, from its script and its commonest words. Pure."""

import re
from typing import Literal

import msgspec

Language = Literal["zh", "en", "ja", "ko", "other"]

_HAN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]")
_KANA = re.compile(r"[\u3040-\u30ff]")
_HANGUL = re.compile(r"[\u1100-\u11ff\uac00-\ud7af]")
_LATIN_WORD = re.compile(r"[a-z\u00e0-\u024f]+")
_OTHER_SCRIPT = re.compile(r"[\u0370-\u05ff\u0600-\u06ff\u0900-\u0e7f]")

LETTERS_OF_HAN = 4
"""A Chinese character says about as much as four letters: a log in English does not make a Chinese mail English."""
_SAMPLE = 800


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_ENGLISH = _words(
    """
    the to and of a in is i it for you my on this that with not have be was are can we your but me do as so if at please
    how when what why an or from no has had did will would could after there they he she been am any all help need hello
    hi dear thanks thank cannot don doesn didn
    """
)
_FOREIGN = _words(
    """
    der die das und ist nicht ich mit ein eine für auf den dem wir sie zu von haben wird bitte le la les des et est une
    pour que dans pas je vous nous avec sur merci bonjour el los las por con para una es mi gracias hola che non per
    sono il della grazie da em não uma obrigado
    """
)


class LanguageGuess(msgspec.Struct, frozen=True):
    language: Language
    confidence: float


def language_of(text: str) -> LanguageGuess:
    """The language of a normalised text; ``other`` with no confidence when there is nothing to read."""
    sample = text[:_SAMPLE]
    words = _LATIN_WORD.findall(sample)
    han = len(_HAN.findall(sample)) * LETTERS_OF_HAN
    kana, hangul = len(_KANA.findall(sample)) * LETTERS_OF_HAN, len(_HANGUL.findall(sample)) * LETTERS_OF_HAN
    latin = sum(map(len, words))
    foreign = len(_OTHER_SCRIPT.findall(sample))
    total = han + kana + hangul + latin + foreign
    if not total:
        return LanguageGuess("other", 0.0)
    if hangul > (han + latin) / 4:
        return LanguageGuess("ko", hangul / total)
    if kana > han / 5 and kana > latin / 4:
        return LanguageGuess("ja", (kana + han) / total)
    if han >= latin / 3 and han >= foreign:
        return LanguageGuess("zh", han / total)
    if foreign > latin:
        return LanguageGuess("other", foreign / total)
    return _latin(words)


def _latin(words: list[str]) -> LanguageGuess:
    english = sum(word in _ENGLISH for word in words)
    foreign = sum(word in _FOREIGN for word in words)
    if foreign > english:
        return LanguageGuess("other", foreign / (foreign + english))
    if english:
        return LanguageGuess("en", min(0.99, 0.6 + 0.4 * (english - foreign) / english))
    return LanguageGuess("en", 0.5)
