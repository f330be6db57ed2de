"""The commands of operators: what they answer to people and to machines, and how they refuse."""

import io
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import structlog

from gongdan import cli
from gongdan.cli.commands.import_ import customers as import_customers
from gongdan.cli.commands.import_ import mail
from gongdan.cli.commands.mailboxes import NoSuchMailbox, add_mailbox, list_mailboxes, retire_mailbox, sign_in
from gongdan.cli.commands.people import (
    activate_user,
    add_user,
    create_token,
    deactivate_user,
    list_tokens,
    list_users,
    revoke_token,
    set_user_password,
)
from gongdan.cli.commands.workspaces import (
    add_workspace,
    list_workspaces,
    set_default_workspace,
    set_workspace_host,
)
from gongdan.cli.installation import NoSuchMember
from gongdan.domains.accounts.public import by_person, tokens
from gongdan.domains.channels.errors import ConsentStale
from gongdan.domains.imports.errors import ImportKindNotFound
from gongdan.kernel.errors import Invalid
from tests.kit import Office, found_office
from tests.servers.provider import CLIENT_ID, CLIENT_SECRET, provider


def answer(capsys: pytest.CaptureFixture[str]) -> Any:
    return json.loads(capsys.readouterr().out)


def types(monkeypatch: pytest.MonkeyPatch, password: str) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO(password + "\n"))


def run(monkeypatch: pytest.MonkeyPatch, *arguments: str) -> int:
    """The exit code of a command line."""
    monkeypatch.setattr(sys, "argv", ["gongdan", *arguments])
    with pytest.raises(SystemExit) as ending:
        cli.main()
    assert isinstance(ending.value.code, int)
    return ending.value.code


async def test_a_token_that_was_made_lets_its_member_in(office: Office, capsys: pytest.CaptureFixture[str]) -> None:
    lei = await office.member("李雷", "system_admin")
    await create_token(user=lei.mail, scope=("all",), json=True)
    token = answer(capsys)["token"]
    authority = await tokens.authenticate(office.services.db, token)
    assert authority is not None
    assert (authority.person_id, authority.workspace_id) == (lei.id, office.id)


async def test_a_revoked_token_is_gone_from_the_list(office: Office, capsys: pytest.CaptureFixture[str]) -> None:
    lei = await office.member("李雷")
    await create_token(user=lei.mail, name="door", json=True)
    capsys.readouterr()
    await list_tokens(user=lei.mail, json=True)
    (listed,) = answer(capsys)
    assert listed["name"] == "door"
    await revoke_token(listed["id"], workspace=office.slug)
    capsys.readouterr()
    await list_tokens(user=lei.mail, json=True)
    assert answer(capsys) == []


async def test_a_member_is_shut_out_and_let_in_again_by_commands(
    office: Office, capsys: pytest.CaptureFixture[str]
) -> None:
    lei, heir = await office.member("李雷", service=False), await office.member("韩梅梅", service=False)
    await office.ticket(await office.customer(), team="service", assignee_id=lei.id)
    await deactivate_user(lei.mail, to=heir.mail, workspace=office.slug, json=True)
    assert json.loads(capsys.readouterr().out)["tickets"] == 1
    assert (await lei.get("/members")).status_code == 401
    await activate_user(lei.mail, workspace=office.slug)
    async with office.read() as tx:
        assert await by_person(tx, lei.id, "staff") is not None
    with pytest.raises(NoSuchMember):
        await deactivate_user("nobody@nowhere.test", workspace=office.slug)


async def test_a_mailbox_is_retired_by_a_command_and_its_address_is_free(
    office: Office, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    address = f"support@{office.slug}.test"
    for _ in range(2):
        types(monkeypatch, "geheim")
        await add_mailbox(address, name="客服", smtp="smtp://127.0.0.1:2525", team="tech", workspace=office.slug)
        await retire_mailbox(address, workspace=office.slug)
    capsys.readouterr()
    await list_mailboxes(workspace=office.slug, json=True)
    assert answer(capsys) == []
    with pytest.raises(NoSuchMailbox):
        await retire_mailbox(address, workspace=office.slug)


async def test_a_workspace_gets_a_host_of_its_own_and_gives_it_back(
    office: Office, capsys: pytest.CaptureFixture[str]
) -> None:
    await set_default_workspace((await found_office(office.asgi)).slug)
    capsys.readouterr()
    await set_workspace_host(office.slug, f"{office.slug}.example.test", json=True)
    assert f"//{office.slug}.example.test" in answer(capsys)["address"]
    await set_workspace_host(office.slug, json=True)
    assert answer(capsys)["address"].endswith(f"/w/{office.slug}")
    await set_default_workspace(office.slug, json=True)
    assert "/w/" not in answer(capsys)["address"]
    async with office.services.db.plain() as connection:
        await connection.execute("update workspace set settings = settings - 'default'")


async def test_a_new_workspace_gets_its_administrator_by_commands(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    await add_workspace("acme", name="Acme", locale="en", zone="Europe/Berlin", json=True)
    assert answer(capsys)["slug"] == "acme"
    types(monkeypatch, "correct horse battery")
    await add_user("ada@acme.test", name="Ada", role=("system_admin",), team=("service",), workspace="acme")
    capsys.readouterr()
    await list_users(workspace="acme", json=True)
    (ada,) = answer(capsys)
    assert (ada["mail"], ada["roles"], ada["teams"]) == ("ada@acme.test", ["system_admin"], ["service"])
    types(monkeypatch, "another horse battery")
    await set_user_password("ada@acme.test", workspace="acme")
    capsys.readouterr()
    await list_workspaces(json=True)
    assert ("acme", 1) in [(one["slug"], one["release"]) for one in answer(capsys)]


def test_a_refusal_says_code_title_and_remedy_and_exits_with_1(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert run(monkeypatch, "token", "create", "--user", "nobody@nowhere.test") == 1
    said = capsys.readouterr().err
    assert said.startswith("gongdan: cli.no_such_member\nMember not found\n")
    assert "nobody@nowhere.test" in said


def test_a_weak_password_is_refused_before_anything_is_opened(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GONGDAN_DATABASE_URL", "postgresql://nobody@127.0.0.1:1/none")
    types(monkeypatch, "short")
    assert run(monkeypatch, "user", "add", "ada@acme.test", "--name", "Ada") == 1
    assert "accounts.password_weak" in capsys.readouterr().err


@pytest.mark.parametrize("arguments", [["nonsense"], ["token", "create"], ["serve", "--role", "king"]])
def test_a_wrong_call_is_told_from_a_refusal_by_its_exit_code(
    arguments: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert run(monkeypatch, *arguments) == 2


@pytest.mark.parametrize("command", sorted(cli._COMMANDS))
def test_every_command_explains_itself(
    command: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert run(monkeypatch, command, "--help") == 0
    assert "Usage: gongdan" in capsys.readouterr().out


def test_help_loads_neither_the_application_nor_the_driver() -> None:
    program = (
        "import sys; from gongdan import cli; sys.argv = ['gongdan', '--help']\n"
        "try: cli.main()\n"
        "except SystemExit: pass\n"
        "print(sorted({'litestar', 'psycopg', 'gongdan.wiring'} & set(sys.modules)))"
    )
    said = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout
    assert said.endswith("[]\n")


async def test_a_command_answers_one_document_and_logs_beside_it_without_values(
    office: Office, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Neither the secret of the installation, nor a password, nor what code worked with, on either output."""
    (tmp_path / "one.eml").write_bytes(b"From: Ida <ida@x.test>\nSubject: Lamp\n\nIt is dark.\n")
    (tmp_path / "two.eml").write_bytes(b"Subject: nobody\n\nIt is dark.\n")
    secret, url = office.services.secret, office.services.url
    kept = structlog.get_config()
    try:
        await mail(tmp_path, workspace=office.slug, json=True)
        try:
            raise RuntimeError(f"cannot be settled, {len(secret)} {len(url)}")
        except RuntimeError:
            structlog.get_logger().exception("mail.quarantined")
    finally:
        structlog.configure(**kept)
    said = capsys.readouterr()
    assert json.loads(said.out)["created"] == 1  # one document, and nothing else
    assert "cannot be settled" in said.err
    for value in (secret.hex(), repr(secret), url, "It is dark."):
        assert value not in said.out and value not in said.err


async def test_a_table_is_tried_and_brought_in_by_a_command(
    office: Office, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    lead = await office.member("组长", "lead", service=True)
    table = tmp_path / "people.csv"
    table.write_text("Name,Mail\nFang,fang@a.test\nBad,bad\n")
    for dry_run in (True, False):
        code = await import_customers(table, user=lead.mail, workspace=office.slug, dry_run=dry_run, json=True)
        found = answer(capsys)
        assert (code, found["added"], found["refused"], found["problems"][0]["row"]) == (1, 1, 1, 3)
        assert len((await lead.get("/customers")).json()["items"]) == (0 if dry_run else 1)
    assert await import_customers(table, workspace=office.slug) == 1
    assert "1 stay, 1 refused" in capsys.readouterr().out
    agent = await office.member("李雷", "agent", service=False)
    with pytest.raises(ImportKindNotFound):
        await import_customers(table, user=agent.mail, workspace=office.slug)


async def test_a_mailbox_is_signed_in_by_a_command(
    office: Office, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    address = f"consent@{office.slug}.test"
    with provider(user=address) as grantor:
        types(monkeypatch, CLIENT_SECRET)
        ends = {"authorize_url": f"{grantor.url}/authorize", "token_url": f"{grantor.url}/token"}
        await add_mailbox(
            address,
            name="客服",
            smtp="smtp://127.0.0.1:2525",
            oauth="other",
            client_id=CLIENT_ID,
            workspace=office.slug,
            **ends,
        )
        capsys.readouterr()

        class Pasting(io.StringIO):
            def readline(self, size: int = -1) -> str:
                printed = capsys.readouterr().out
                (url,) = {line for line in printed.splitlines() if line.startswith("http")}
                return grantor.redirect(url) + "\n"

        monkeypatch.setattr(sys, "stdin", Pasting())
        await sign_in(address, workspace=office.slug)
    assert address in capsys.readouterr().out
    types(monkeypatch, "https://x.test/?state=a&code=b")
    with pytest.raises(ConsentStale):
        await sign_in(address, workspace=office.slug)
    with pytest.raises(Invalid):
        await add_mailbox("b@x.test", name="客服", oauth="other", client_id="x", workspace=office.slug)
