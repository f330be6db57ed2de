"""Why it came to this person, as sentences of the ledger. Pure."""

from collections.abc import Mapping

from gongdan.domains.routing.choice.rules import Placement
from gongdan.domains.routing.choice.strategy import Pick
from gongdan.domains.routing.model import Considered, Reason
from gongdan.kernel.text import Name


def reasons_of(
    asked: Placement, choice: Pick, chosen: Considered, strategy: str, names: Mapping[str, Name]
) -> list[Reason]:
    """What the rule wanted, how far its chain had to go, and why this one of several."""
    by = Reason(f"strategy.{strategy}", {"name": chosen.name, "load": chosen.load})
    if not asked.names_people:
        return [by]
    roster = {"roster": names.get(asked.roster or "", asked.roster)}
    if choice.step == "named":
        if asked.dedicated or asked.person is not None:
            return [Reason("dedicated" if asked.dedicated else "person", {"name": chosen.name})]
        return [Reason("roster", roster), by]
    away = "dedicated_away" if asked.dedicated else "person_away" if asked.person is not None else "roster_away"
    missing = Reason(f"chain.{away}", roster if away == "roster_away" else {})
    found = Reason(f"chain.{choice.step}", {"name": chosen.name})
    return [missing, found] if choice.step == "lead" else [missing, found, by]
