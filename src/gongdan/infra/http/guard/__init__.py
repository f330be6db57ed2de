"""Guards of every request: who may ask, bodies that do not end, rates, and the headers of answers (spec 08)."""

from gongdan.infra.http.guard.headers import SECURITY_HEADERS, BadHost, secure_headers
from gongdan.infra.http.guard.limits import Limits, address_of, rated
from gongdan.infra.http.guard.needs import READING, Needs, NeedsUnsaid, declared, needs, needs_of
from gongdan.infra.http.guard.patience import SlowBody, patient
from gongdan.infra.http.guard.rates import Limiter, Proven, RateLimit

__all__ = [
    "READING",
    "SECURITY_HEADERS",
    "BadHost",
    "Limiter",
    "Limits",
    "Needs",
    "NeedsUnsaid",
    "Proven",
    "RateLimit",
    "SlowBody",
    "address_of",
    "declared",
    "needs",
    "needs_of",
    "patient",
    "rated",
    "secure_headers",
]
