"""Reading, checking, publishing and rolling back the policy."""

from typing import Annotated

import msgspec
from litestar import get, post
from litestar.di import NamedDependency
from litestar.params import JSONBody, PathParameter

from gongdan.domains.accounts.public import Authority, actor
from gongdan.domains.policy import shapes
from gongdan.domains.policy.checking.telling import told
from gongdan.domains.policy.drafts import views
from gongdan.domains.policy.releases import publishing, reading
from gongdan.domains.policy.sections import Sections
from gongdan.infra.db.tx import Database
from gongdan.infra.http.guard import needs
from gongdan.kernel import clock
from gongdan.kernel.events import Via

PathRelease = Annotated[int, PathParameter(ge=1, le=2**31 - 1)]


@get("/policy", operation_id="getPolicy", tags=["policy"], opt=needs("staff", "policy.read"))
async def get_policy(authority: NamedDependency[Authority], db: NamedDependency[Database]) -> shapes.CurrentPolicy:
    """The policy in force."""
    async with db.read(authority.workspace_id) as tx:
        bundle = await reading.bundle_of(tx, authority.release)
    return shapes.CurrentPolicy(release=authority.release, bundle=bundle)


@get("/policy/releases", operation_id="listReleases", tags=["policy"], opt=needs("staff", "policy.read"))
async def list_releases(
    authority: NamedDependency[Authority], db: NamedDependency[Database]
) -> list[shapes.ReleaseInfo]:
    """The last hundred releases, latest first."""
    async with db.read(authority.workspace_id) as tx:
        return [shapes.ReleaseInfo(**msgspec.structs.asdict(row)) for row in await reading.releases(tx)]


@get("/policy/releases/{release:int}", operation_id="getRelease", tags=["policy"], opt=needs("staff", "policy.read"))
async def get_release(
    release: PathRelease,
    authority: NamedDependency[Authority],
    db: NamedDependency[Database],
    sections: NamedDependency[Sections],
) -> shapes.ReleaseDetail:
    """A release, and what it changed, in sentences."""
    async with db.read(authority.workspace_id) as tx:
        return await views.release_view(tx, release, sections)


@get(
    "/policy/releases/{release:int}/bundle",
    operation_id="exportRelease",
    tags=["policy"],
    opt=needs("staff", "policy.read"),
)
async def export_release(
    release: PathRelease, authority: NamedDependency[Authority], db: NamedDependency[Database]
) -> shapes.ReleaseText:
    """A release as YAML, as the command line reads it."""
    async with db.read(authority.workspace_id) as tx:
        bundle = await reading.bundle_of(tx, release)
    return shapes.ReleaseText(release=release, yaml=msgspec.yaml.encode(bundle).decode())


@post(
    "/policy/lint",
    status_code=200,
    operation_id="lintPolicy",
    tags=["policy"],
    opt=needs("staff", "policy.edit", scope="admin"),
)
async def lint_policy(
    data: JSONBody[shapes.LintPolicy],
    authority: NamedDependency[Authority],
    db: NamedDependency[Database],
    sections: NamedDependency[Sections],
) -> shapes.Findings:
    """What is wrong with a bundle as the next release, without publishing it."""
    publishing.check_size(data.bundle)
    async with db.read(authority.workspace_id) as tx:
        before = await reading.bundle_of(tx, authority.release)
        found = publishing.check(data.bundle, sections, await reading.surroundings(tx, clock.now()), before)
    return shapes.Findings(
        findings=[told(finding) for finding in found],
        publishable=all(finding.severity != "error" for finding in found),
    )


@post(
    "/policy/releases",
    status_code=201,
    operation_id="publishPolicy",
    tags=["policy"],
    opt=needs("staff", "policy.publish", scope="admin"),
)
async def publish_policy(
    data: JSONBody[shapes.PublishPolicy],
    authority: NamedDependency[Authority],
    db: NamedDependency[Database],
    sections: NamedDependency[Sections],
    via: NamedDependency[Via],
) -> shapes.PublishedAnswer:
    """Publish a bundle as the next release. Running tickets keep the version of their workflow."""
    now = clock.now()
    async with db.write(authority.workspace_id) as tx:
        number = await publishing.publish(
            tx, data.bundle, sections, actor=actor(authority, via), note=data.note, base=data.base, now=now
        )
    return shapes.PublishedAnswer(release=number)


@get(
    "/policy/releases/{release:int}/rollback",
    operation_id="previewRollback",
    tags=["policy"],
    opt=needs("staff", "policy.read"),
)
async def preview_rollback(
    release: PathRelease,
    authority: NamedDependency[Authority],
    db: NamedDependency[Database],
    sections: NamedDependency[Sections],
) -> shapes.RollbackPreview:
    """What rolling back to a release would change, and which releases it takes back; nothing is done."""
    async with db.read(authority.workspace_id) as tx:
        return await views.rollback_view(tx, release, authority.release, sections)


@post(
    "/policy/rollbacks",
    status_code=201,
    operation_id="rollBackPolicy",
    tags=["policy"],
    opt=needs("staff", "policy.publish", scope="admin"),
)
async def roll_back_policy(
    data: JSONBody[shapes.RollBack],
    authority: NamedDependency[Authority],
    db: NamedDependency[Database],
    sections: NamedDependency[Sections],
    via: NamedDependency[Via],
) -> shapes.PublishedAnswer:
    """Publish an earlier release's bundle again, as a new release."""
    now = clock.now()
    async with db.write(authority.workspace_id) as tx:
        by = actor(authority, via)
        number = await publishing.roll_back(tx, data.to, sections, actor=by, now=now, base=data.base)
    return shapes.PublishedAnswer(release=number)


handlers = [
    get_policy,
    list_releases,
    get_release,
    export_release,
    preview_rollback,
    lint_policy,
    publish_policy,
    roll_back_policy,
]
