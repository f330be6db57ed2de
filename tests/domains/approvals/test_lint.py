"""A transition asks members to agree, in steps that may be left out, and says so wherever a policy is checked."""

from typing import Any

import msgspec
import pytest

from gongdan import wiring
from gongdan.domains.bundle import PolicyBundle
from gongdan.domains.policy.presets import standard
from gongdan.domains.policy.public import Surroundings
from gongdan.domains.policy.releases.publishing import check
from gongdan.domains.workflow.public import compile_workflow

AROUND = Surroundings(
    teams=frozenset({"service", "tech", "finance", "senior", "cross", "duty-lead"}),
    roles=frozenset({"lead", "director", "agent"}),
    departments=frozenset({"service", "tech", "finance", "product", "sales"}),
    people=frozenset({"7"}),
    years=(2026,),
)
NAMED = {"zh-CN": "主管审批", "en": "The lead agrees"}


def with_step(transition: str = "resolve", **step: Any) -> PolicyBundle:
    raw = msgspec.to_builtins(standard([2026]))
    whole = {"key": "lead", "name": NAMED, "by": ["lead"]} | step
    drawn = [one for flow in raw["workflows"] for one in flow["transitions"] if one["key"] == transition]
    assert drawn
    for one in drawn:
        one["approval"] = [whole]
    return msgspec.convert(raw, PolicyBundle)


def codes(bundle: PolicyBundle) -> set[str]:
    return {one.code for one in check(bundle, wiring.SECTIONS, AROUND) if ".approval" in one.path}


@pytest.mark.parametrize(
    ("step", "code"),
    [
        ({"by": []}, "nobody_named"),
        ({"by": ["boss"]}, "unknown_receiver"),
        ({"by": ["person:8"]}, "unknown_receiver"),
        ({"by": ["requester"]}, "approver_outside"),
        ({"cc": ["team:ghost"]}, "unknown_receiver"),
        ({"cc": ["requester"]}, "approver_outside"),
        ({"when": {"field": "nothing", "op": "is", "value": 1}}, "condition.field_unknown"),
    ],
)
def test_a_step_asks_members_that_there_are(step: dict[str, Any], code: str) -> None:
    assert code in codes(with_step(**step))


def test_a_sound_step_has_no_findings() -> None:
    step = {"mode": "any", "by": ["lead", "role:director", "person:7"], "cc": ["department_head"]}
    assert codes(with_step(**step)) == set()


def test_a_transition_that_goes_by_itself_is_worth_a_warning() -> None:
    assert codes(with_step("customer_replied")) == {"approval_by_itself"}


def test_a_retired_step_asks_nobody() -> None:
    flow = next(one for one in with_step(retired=True).workflows if any(t.approval for t in one.transitions))
    assert all(not one.approval for one in compile_workflow(flow).body.transitions)
