"""Policy as a file: exported, checked, compared, published, rolled back."""

import json
from pathlib import Path
from typing import Any

import pytest

from gongdan.cli.commands import policy
from gongdan.domains.policy.errors import LintFailed
from gongdan.kernel.errors import Invalid
from tests.kit import Office


@pytest.fixture
async def file(office: Office, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    """The shipped policy of ``office``, as ``export`` prints it."""
    await policy.export(workspace=office.slug)
    written = tmp_path / "policy.yaml"
    written.write_text(capsys.readouterr().out, "utf-8")
    return written


def replaced(file: Path, old: str, new: str) -> Path:
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new), "utf-8")
    return file


async def numbers(office: Office, capsys: pytest.CaptureFixture[str]) -> list[Any]:
    capsys.readouterr()
    await policy.releases(workspace=office.slug, json=True)
    return [one["number"] for one in json.loads(capsys.readouterr().out)]


async def test_what_is_exported_differs_in_nothing_from_its_release(office: Office, file: Path) -> None:
    assert await policy.diff(file, workspace=office.slug) == 0
    assert await policy.lint(file, workspace=office.slug) == 0


async def test_a_change_shows_is_published_and_is_rolled_back(
    office: Office, file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    replaced(file, "标准时效", "我们的时效")
    assert await policy.diff(file, workspace=office.slug) == 1
    assert "+    zh-CN: 我们的时效" in capsys.readouterr().out
    await policy.apply(file, note="时效改名", workspace=office.slug)
    assert await policy.diff(file, workspace=office.slug) == 0
    await policy.roll_back(1, workspace=office.slug)
    assert await policy.diff(file, workspace=office.slug) == 1
    assert await numbers(office, capsys) == [3, 2, 1]


async def test_a_faulty_policy_is_told_with_its_place_and_not_published(
    office: Office, file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    replaced(file, "team: finance", "team: nowhere")
    assert await policy.lint(file, workspace=office.slug) == 1
    assert "nowhere" in capsys.readouterr().out
    with pytest.raises(LintFailed):
        await policy.apply(file, workspace=office.slug)
    assert await numbers(office, capsys) == [1]


@pytest.mark.parametrize("text", ["types: [", "types: 7", "no_such_section: 1"])
async def test_what_is_no_policy_is_refused(text: str, office: Office, tmp_path: Path) -> None:
    (tmp_path / "p.yaml").write_text(text)
    with pytest.raises(Invalid):
        await policy.lint(tmp_path / "p.yaml", workspace=office.slug)


async def test_what_it_does_by_itself_is_said_in_words(
    office: Office, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", "en_US.UTF-8")
    await policy.actions(workspace=office.slug)
    said = capsys.readouterr().out
    assert "Send the customer the notice" in said and "Move it to the status" in said
    assert "{" not in said


async def test_differences_are_told_by_path(office: Office, file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    replaced(file, "标准时效", "我们的时效")
    assert await policy.diff(file, workspace=office.slug, json=True) == 1
    (found,) = json.loads(capsys.readouterr().out)["differences"]
    assert (found["path"], found["after"]) == ("sla.standard.name.zh-CN", "我们的时效")
