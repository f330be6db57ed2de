"""What is made from the code, or speaks of it, agrees with it."""

import re

from gongdan import wiring
from gongdan.settings import PREFIX, Settings
from tests.architecture.sources import ROOT
from tools.docs import EVENTS, events_page


def test_the_page_of_events_is_up_to_date() -> None:
    assert EVENTS.read_text("utf-8") == events_page(), "run: make docs"


def test_every_kind_of_event_names_its_stream_and_what_happened() -> None:
    wrong = [
        kind.__name__
        for kind in wiring.EVENTS.values()
        if not re.fullmatch(r"[a-z]+\.[a-z_]+", str(kind.__struct_config__.tag))
    ]
    assert not wrong


def test_every_setting_is_documented_for_operators() -> None:
    guide = (ROOT / "docs" / "settings.md").read_text("utf-8")
    names = {PREFIX + name.upper() for name in Settings.__struct_fields__}
    assert not sorted(name for name in names if f"`{name}`" not in guide)
