"""Reading, checking, publishing and rolling back the policy."""

import msgspec
from litestar import get, post
from litestar.di import NamedDependency
from litestar.params import JSONBody

from gongdan.domains.accounts.public import Authority, actor
from gongdan.domains.policy import releases, shapes
from gongdan.domains.policy.sections import Sections
from gongdan.domains.policy.telling import told
from gongdan.infra.db.tx import Database
from gongdan.infra.http.guard import needs
from gongdan.kernel import clock
from gongdan.kernel.events import Via


@get("/policy", operation_id="getPolicy", tags=["policy"], opt=needs("staff", "policy.read"))
async def get_policy(authority: NamedDependency[Authority], db: NamedDependency[Database]) -> shapes.CurrentPolicy:
    """The policy in force."""
    async with db.read(authority.workspace_id) as tx:
        bundle = await releases.bundle_of(tx, authority.release)
    return shapes.CurrentPolicy(release=authority.release, bundle=bundle)


@get("/policy/releases", operation_id="listReleases", tags=["policy"], opt=needs("staff", "policy.read"))
async def list_releases(
    authority: NamedDependency[Authority], db: NamedDependency[Database]
) -> list[shapes.ReleaseInfo]:
    """The last hundred releases, latest first."""
    async with db.read(authority.workspace_id) as tx:
        return [shapes.ReleaseInfo(**msgspec.structs.asdict(row)) for row in await releases.releases(tx)]


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
    releases.check_size(data.bundle)
    async with db.read(authority.workspace_id) as tx:
        before = await releases.bundle_of(tx, authority.release)
        found = releases.check(data.bundle, sections, await releases.surroundings(tx, clock.now()), before)
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
        number = await releases.publish(
            tx, data.bundle, sections, actor=actor(authority, via), note=data.note, base=data.base, now=now
        )
    return shapes.PublishedAnswer(release=number)


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
        number = await releases.roll_back(tx, data.to, sections, actor=actor(authority, via), now=now)
    return shapes.PublishedAnswer(release=number)


handlers = [get_policy, list_releases, lint_policy, publish_policy, roll_back_policy]
