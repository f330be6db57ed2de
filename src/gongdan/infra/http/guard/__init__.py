"""Guards of every request: bodies that do not end, rates, and the headers of every answer (spec 08)."""

from gongdan.infra.http.guard.headers import SECURITY_HEADERS, BadHost, secure_headers
from gongdan.infra.http.guard.patience import SlowBody, patient
from gongdan.infra.http.guard.rates import Limiter, Proven, Rate

__all__ = ["SECURITY_HEADERS", "BadHost", "Limiter", "Proven", "Rate", "SlowBody", "patient", "secure_headers"]
