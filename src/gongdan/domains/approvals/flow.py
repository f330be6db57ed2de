"""How an approval goes on: votes, rounds that are added, votes that are handed on. Pure: approval in, approval out."""

from datetime import datetime

from msgspec.structs import replace

from gongdan.domains.approvals.model import Approval, Round, Verdict, Vote, ended


def decided(approval: Approval, person_id: int, verdict: Verdict, why: str, at: datetime) -> Approval:
    """One vote. The first that declines ends it; where one is enough, the first that agrees ends the round; the last
    round that agrees passes it, which is an event of its own."""
    votes = tuple(
        replace(one, verdict=verdict, why=why, at=at) if one.person_id == person_id and one.verdict is None else one
        for one in approval.rounds[approval.at].votes
    )
    after = _with_round(approval, replace(approval.rounds[approval.at], votes=votes))
    if verdict == "declined":
        return ended(after, "declined", at, why)
    return replace(after, at=after.at + 1) if after.rounds[after.at].has_agreed else after


def forwarded(approval: Approval, person_id: int, to: int) -> Approval:
    """A vote is somebody else's from now on; whose it was stays known. Who has one of their own in the round already
    has just that."""
    now = approval.rounds[approval.at]
    has_one = any(one.person_id == to for one in now.votes)
    votes = [
        replace(one, person_id=to, instead_of=one.instead_of or one.person_id) if one.person_id == person_id else one
        for one in now.votes
        if not (has_one and one.person_id == person_id)
    ]
    return _with_round(approval, replace(now, votes=tuple(votes)))


def added(approval: Approval, round: Round, *, is_before: bool) -> Approval:
    """Another round, before the one that decides now or after it."""
    at = approval.at if is_before else approval.at + 1
    return replace(approval, rounds=(*approval.rounds[:at], round, *approval.rounds[at:]))


def replaced(approval: Approval, person_id: int, by: tuple[Vote, ...]) -> Approval:
    """Somebody is no member any more: others decide in every place where they have not."""
    rounds = []
    for n, one in enumerate(approval.rounds):
        left = [vote for vote in one.votes if vote.person_id != person_id or vote.verdict is not None]
        if n >= approval.at and len(left) < len(one.votes):
            have = {vote.person_id for vote in left}
            left += [vote for vote in by if vote.person_id not in have]
        rounds.append(replace(one, votes=tuple(left)))
    return replace(approval, rounds=tuple(rounds))


def _with_round(approval: Approval, round: Round) -> Approval:
    at = approval.at
    return replace(approval, rounds=(*approval.rounds[:at], round, *approval.rounds[at + 1 :]))
