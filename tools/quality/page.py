"""The page that ``make quality`` writes."""

from tools.quality import mails, replies, texts
from tools.quality.samples import Samples

HEAD = """\
# Quality of reading

`make quality` measures how mails and texts are read, on real data that others wrote, and writes this page. The data is
no part of the repository: `GONGDAN_TEST_DATA` names its directory, and without it the command says so and changes
nothing. The same data and code give the same page. Rules are written for shapes, not for cases; the tests beside the
code hold their bars (`tests/domains/channels/mail/email`, `tests/domains/intelligence`).
"""


def write(samples: Samples) -> str:
    parts = (
        ("Facts of mails", mails.facts_page),
        ("Machines and bounces", mails.machines_page),
        ("Replies", replies.page),
        ("Moods", texts.moods_page),
        ("Priorities", texts.priorities_page),
    )
    lines = [HEAD]
    for title, page in parts:
        lines += [f"## {title}", "", *page(samples)]
    return "\n".join(lines).rstrip("\n") + "\n"
