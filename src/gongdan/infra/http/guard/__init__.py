"""Guards of every request: who may ask, bodies that do not end, rates, and the headers of answers (spec 08)."""

from gongdan.infra.http.guard.headers import SECURITY_HEADERS, BadHost, secure_headers
from gongdan.infra.http.guard.needs import Needs, NeedsUnsaid, declared, needs, needs_of
from gongdan.infra.http.guard.patience import SlowBody, patient
from gongdan.infra.http.guard.rates import Limiter, Proven, Rate

__all__ = [
    "SECURITY_HEADERS",
    "BadHost",
    "Limiter",
    "Needs",
    "NeedsUnsaid",
    "Proven",
    "Rate",
    "SlowBody",
    "declared",
    "needs",
    "needs_of",
    "patient",
    "secure_headers",
]
