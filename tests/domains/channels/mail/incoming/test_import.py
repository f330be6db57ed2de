"""Mails from files (``gongdan import mail``)."""

import mailbox
from email import message_from_bytes
from pathlib import Path

import pytest

from gongdan import wiring
from gongdan.domains.channels.errors import NothingToImport
from gongdan.domains.channels.mail.incoming.importing import Counts, import_mail
from tests.domains.channels.mails import mail
from tests.kit import Office


def total(counts: Counts) -> int:
    return counts.created + counts.threaded + counts.ignored + counts.quarantined + counts.duplicates


async def test_a_folder_gives_its_mails_and_nothing_else(office: Office, tmp_path: Path) -> None:
    (tmp_path / "deep").mkdir()
    (tmp_path / "one.eml").write_bytes(mail("一", message_id="<1@x.test>"))
    (tmp_path / "deep" / "two.eml").write_bytes(mail("Re: 一", in_reply_to="<1@x.test>", message_id="<2@x.test>"))
    (tmp_path / "README.md").write_text("no mail")
    (tmp_path / "notes").write_text("Todo: nothing\n\nSubject: of no mail")
    (tmp_path / "cur").mkdir()
    (tmp_path / "cur" / "1700000000.M1P1.host:2,S").write_bytes(mail("三", sender="li@x.test"))
    counts = await import_mail(wiring.mailroom(office.services), office.id, [tmp_path])
    assert counts == Counts(read=3, created=2, threaded=1, ignored=0, quarantined=0, duplicates=0)


async def test_importing_again_makes_nothing_twice(office: Office, tmp_path: Path) -> None:
    (tmp_path / "one.eml").write_bytes(mail(message_id="<1@x.test>"))
    room = wiring.mailroom(office.services)
    await import_mail(room, office.id, [tmp_path])
    counts = await import_mail(room, office.id, [tmp_path, tmp_path / "one.eml"])
    assert counts == Counts(read=2, created=0, threaded=0, ignored=0, quarantined=0, duplicates=2)


async def test_an_mbox_gives_all_of_its_mails(office: Office, tmp_path: Path) -> None:
    box = mailbox.mbox(tmp_path / "all.mbox")
    for n in range(3):
        box.add(message_from_bytes(mail(f"问题 {n}", sender=f"c{n}@customer.test", message_id=f"<{n}@x.test>")))
    box.close()
    counts = await import_mail(wiring.mailroom(office.services), office.id, [tmp_path / "all.mbox"])
    assert (counts.read, counts.created) == (3, 3)


async def test_a_path_that_does_not_exist_is_refused_before_anything_is_read(office: Office, tmp_path: Path) -> None:
    (tmp_path / "one.eml").write_bytes(mail())
    room = wiring.mailroom(office.services)
    with pytest.raises(NothingToImport):
        await import_mail(room, office.id, [tmp_path, tmp_path / "absent"])
    assert (await import_mail(room, office.id, [tmp_path])).created == 1


async def test_a_new_writer_of_several_things_is_one_person_and_what_they_repeat_is_linked(
    office: Office, tmp_path: Path
) -> None:
    for n, subject in enumerate(("门锁", "路由器", "门锁", "Re: 路由器")):
        (tmp_path / f"{n}.eml").write_bytes(mail(subject, f"第 {n} 封", sender="li@x.test", message_id=f"<{n}@x.test>"))
    counts = await import_mail(wiring.mailroom(office.services), office.id, [tmp_path])
    assert (counts.created, counts.threaded) == (3, 1)
    async with office.read() as tx:
        people = await tx.rows(
            tuple, "select person_id from identity where workspace_id = %(workspace)s and handle = 'li@x.test'"
        )
        linked = await tx.rows(
            tuple, "select id from inbound where workspace_id = %(workspace)s and outcome ? 'link_to'"
        )
    assert (len(people), len(linked)) == (1, 1)


@pytest.mark.slow
@pytest.mark.parametrize(("folder", "held"), [("email_auto", 0.06), ("email_parse", 0.1)])
async def test_real_mails_are_all_settled(office: Office, test_data: Path, folder: str, held: float) -> None:
    """Nothing is lost and nothing hinders the rest; what is held names nobody to answer."""
    counts = await import_mail(wiring.mailroom(office.services), office.id, [test_data / folder])
    print(folder, counts)
    assert total(counts) == counts.read > 0
    assert counts.quarantined <= counts.read * held
    async with office.read() as tx:
        reasons = await tx.rows(
            tuple,
            """
            select distinct outcome ->> 'reason'
              from inbound
             where workspace_id = %(workspace)s and state in ('received', 'quarantined')
            """,
        )
    assert reasons == [("channels.sender_missing",)]
