"""Ratings (评价): when one asks for a follow-up, and how long it may be given and changed (spec 02, rating)."""

from gongdan.domains.bundle.named import Shape


class RatingRules(Shape, frozen=True, kw_only=True):
    low: int = 2
    """A score up to this asks the assignee, else the lead, for a follow-up; 0: none does."""
    change_days: int = 7
    """Days after the close until which a customer may rate, and change their rating."""
