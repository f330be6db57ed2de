"""The checked-in list of tables that are not bound to one workspace (spec 01, tenancy)."""

GLOBAL_TABLES = frozenset(
    {"workspace", "session", "token", "mail_route", "cursor", "timer", "schema_version", "log_epoch"}
)
