"""Teams, duty rosters, departments and roles, for administrators."""

from gongdan.domains.accounts.http.structure import departments, roles, rosters, teams

handlers = [*teams.handlers, *rosters.handlers, *departments.handlers, *roles.handlers]
