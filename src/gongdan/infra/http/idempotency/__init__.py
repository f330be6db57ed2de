"""``Idempotency-Key`` on everything that changes something (spec 01): the same request has one effect and one answer.

One mechanism for all routes. The key is claimed in the transaction that has the request's first effect (``Keyed``
gives handlers a database that does so), and its answer is stored before it is sent (``keeping_answers``). A handler
says nothing of it, but for three kinds of route, which say so in their ``opt``:

``once="told"``    the answer holds a secret, so it is not kept: a repetition is told (409) that it was carried out,
                   and what was made (``Once.made``).
``once="rows"``    each row of the request has a key of its own, in the transaction that makes it.
``once="stream"``  the body is a stream: the handler says what the request is about (``Once.about``).

Nothing is claimed by what is refused before it changed anything: that may be sent again.
"""

from gongdan.infra.http.idempotency.answers import keeping_answers
from gongdan.infra.http.idempotency.claim import MOST, Once, Replayed
from gongdan.infra.http.idempotency.keyed import Keyed, begin, keyed, once

__all__ = ["MOST", "Keyed", "Once", "Replayed", "begin", "keeping_answers", "keyed", "once"]
