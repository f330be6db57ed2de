"""What is left to set up in a new workspace. Each step is done when the data say so: the guide keeps nothing but what
somebody put aside."""

from typing import Final, Literal

import msgspec

from gongdan.domains.accounts.public import skipped_steps
from gongdan.infra.db.tx import ReadTx

SetupKey = Literal["company", "mailbox", "team", "category", "invite", "portal"]
STEPS: Final[tuple[SetupKey, ...]] = ("company", "mailbox", "team", "category", "invite", "portal")


class SetupFacts(msgspec.Struct, frozen=True, kw_only=True):
    changes: int
    """Of the workspace itself: its name, language, zone and host."""
    mailboxes: int
    """That are switched on."""
    staffed_teams: int
    """With somebody in them."""
    release: int
    """Of the policy; the first one is the shipped one."""
    members: int
    """Who can sign in."""
    from_portal: bool
    """Somebody came by the portal."""


class SetupStep(msgspec.Struct, frozen=True, kw_only=True):
    key: SetupKey
    done: bool
    skipped: bool


def steps(facts: SetupFacts, skipped: frozenset[str]) -> list[SetupStep]:
    """Pure."""
    done: dict[SetupKey, bool] = {
        "company": facts.changes > 0,
        "mailbox": facts.mailboxes > 0,
        "team": facts.staffed_teams > 0,
        "category": facts.release > 1,
        "invite": facts.members > 1,
        "portal": facts.from_portal,
    }
    return [SetupStep(key=key, done=done[key], skipped=key in skipped and not done[key]) for key in STEPS]


async def setup_of(tx: ReadTx) -> list[SetupStep]:
    facts = await tx.row(SetupFacts, _FACTS)
    assert facts is not None, "whoever asks belongs to a workspace"
    return steps(facts, await skipped_steps(tx))


_FACTS: Final = """
select w.version - 1 as changes,
       (select count(*) from channel_account a where a.workspace_id = w.id and a.active) as mailboxes,
       (select count(distinct m.team)
          from team_member m
          join team t on t.workspace_id = m.workspace_id and t.key = m.team and not t.is_roster
          join member p on p.workspace_id = m.workspace_id and p.person_id = m.person_id and p.active
         where m.workspace_id = w.id) as staffed_teams,
       w.current_release as release,
       (select count(*) from member m where m.workspace_id = w.id and m.active) as members,
       exists (select from conversation c where c.workspace_id = w.id and c.channel = 'portal') as from_portal
  from workspace w
 where w.id = %(workspace)s
"""
