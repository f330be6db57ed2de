"""Passwords: argon2id, and the rules that a new one must keep (spec 08; OWASP ASVS 5, 6.2)."""

import asyncio
import os
import re
from concurrent.futures import ThreadPoolExecutor
from importlib.resources import files
from typing import Final

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from gongdan.domains.accounts.errors import PasswordWeak
from gongdan.kernel.errors import FieldFault
from gongdan.kernel.text import normalise

LEAST_LENGTH: Final = 10

_hasher: Final = PasswordHasher()
_cores: Final = ThreadPoolExecutor(os.cpu_count() or 1, thread_name_prefix="argon2")
"""A hash takes a core and 64 MiB for a fifth of a second: no more run at once than there are cores, the rest queue."""
_nobody: Final = _hasher.hash(os.urandom(16).hex())
"""Verified when there is no account, so that an unknown mail address takes as long as a wrong password."""


async def hash_password(password: str) -> str:
    """The hash to store."""
    return await asyncio.get_running_loop().run_in_executor(_cores, _hasher.hash, password)


async def verify(stored: str | None, password: str) -> bool:
    """Whether ``password`` belongs to the stored hash; no hash takes as long and is never right."""
    matches = await asyncio.get_running_loop().run_in_executor(_cores, _matches, stored or _nobody, password)
    return matches and stored is not None


async def renewed(stored: str | None, password: str) -> str | None:
    """A new hash when the stored one was made with other parameters than today's: only now is the password at hand."""
    if stored is None or not _hasher.check_needs_rehash(stored):
        return None
    return await hash_password(password)


def check(password: str, *, mail: str, field: str = "password") -> None:
    """Refuse a password that is too short, that people commonly use, or that holds the mail address's name.

    Raises:
        PasswordWeak: with one fault, on ``field``.
    """
    if len(password) < LEAST_LENGTH:
        raise PasswordWeak(
            faults=(FieldFault(field=field, code="accounts.password_short", params={"least": LEAST_LENGTH}),)
        )
    text = normalise(password)
    name = normalise(mail).partition("@")[0]
    if len(name) >= 4 and name in text:
        raise PasswordWeak(faults=(FieldFault(field=field, code="accounts.password_holds_mail"),))
    if _is_common(text):
        raise PasswordWeak(faults=(FieldFault(field=field, code="accounts.password_common"),))


def _matches(stored: str, password: str) -> bool:
    try:
        return _hasher.verify(stored, password)
    except (VerificationError, InvalidHashError):
        return False


def _is_common(text: str) -> bool:
    """Common words with nothing but what is no letter around them or in place of their letters; digits alone, as in
    dates and telephone numbers; a short piece repeated; or a run of neighbouring keys or characters."""
    core = text.strip("".join(one for one in text if not one.isalpha() and one not in "@$"))
    undisguised = core.translate(_DISGUISES)
    return (
        len(set(text)) < 5
        or not _without_common(text)
        or not _without_common(undisguised)
        or re.fullmatch(r"(.{1,4})\1+.{0,3}", text) is not None
        or any(_runs_along(text, row) for row in _ROWS)
    )


def _without_common(text: str) -> str:
    """The letters of ``text`` that are left once the common words are taken out, longest first."""
    letters = "".join(filter(str.isalpha, text))
    for word in _COMMON:
        letters = letters.replace(word, "")
    return letters


def _runs_along(text: str, row: str) -> bool:
    """Whether all but three characters of ``text`` lie in stretches of at least four along ``row``, either way."""
    covered = 0
    at = 0
    while at < len(text):
        length = max(_stretch(text[at:], row), _stretch(text[at:], row[::-1]))
        covered += length if length >= 4 else 0
        at += length if length >= 4 else 1
    return len(text) - covered <= 3


def _stretch(text: str, row: str) -> int:
    length = 0
    while length < len(text) and text[: length + 1] in row:
        length += 1
    return length


_DISGUISES: Final = str.maketrans("@48310$57!", "aabeiossti")
_ROWS: Final = (
    "01234567890123456789",
    "abcdefghijklmnopqrstuvwxyz",
    "qwertyuiop",
    "asdfghjkl",
    "zxcvbnm",
    "1qaz2wsx3edc4rfv5tgb6yhn7ujm",
    "1q2w3e4r5t6y7u8i9o0p",
    "qazwsxedcrfvtgbyhnujm",
)
_COMMON: Final = tuple(
    sorted(files(__package__).joinpath("common_words.txt").read_text("utf-8").split(), key=len, reverse=True)
)
"""Words that leaked passwords are made of, in English and pinyin."""
