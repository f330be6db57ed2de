"""The command line: ``gongdan COMMAND``. Each command is loaded when it is called, so that ``--help`` answers at once.

Commands answer people by default, and machines with ``--json``. Exit codes: 0 done, 1 refused or something was found,
2 called wrongly, 130 interrupted.
"""

import sys
from importlib.metadata import version
from typing import Final

from cyclopts import App, CycloptsError, Parameter

from gongdan.cli.output import refuse
from gongdan.kernel.errors import Refusal

_COMMANDS: Final = {
    "serve": ("serve:serve", "启动服务 · Start the service: database, web and worker"),
    "worker": ("serve:worker", "只启动后台进程 · Start a worker process alone"),
    "migrate": ("serve:migrate_database", "升级数据库结构 · Bring the database to this version"),
    "demo": ("demo:demo", "建立演示工作区 · Make the demo workspace, and play traffic in it"),
    "doctor": ("doctor:doctor", "检查安装与数据 · Examine the installation and its data"),
    "workspace": ("workspaces:app", "管理工作区 · Workspaces"),
    "user": ("people:users", "管理成员 · Members of a workspace"),
    "mailbox": ("mailboxes:app", "管理邮箱 · Mailboxes"),
    "token": ("people:tokens", "管理 API 令牌 · API tokens"),
    "import": ("import_:app", "导入数据 · Import data"),
    "policy": ("policy:app", "导出、检查、发布策略 · The policy as YAML"),
    "backup": ("backup:backup", "备份到一个文件 · Back up database and files into one file"),
    "restore": ("backup:restore", "从备份恢复 · Restore a backup"),
    "bench": ("bench:bench", "性能测量 · Measure throughput and latency"),
    "openapi": ("openapi:openapi", "输出接口文档 · Print the OpenAPI document"),
}

app = App(
    name="gongdan",
    help="Gongdan 工单 · 客服工单系统 · help desk",
    version=lambda: version("gongdan"),
    default_parameter=Parameter(negative=()),
    help_format="plaintext",  # markdown costs a third of a second to load
)
for _name, (_path, _help) in _COMMANDS.items():
    app.command(f"gongdan.cli.commands.{_path}", name=_name, help=_help)


def main() -> None:
    """Run one command and exit."""
    try:
        code = app(sys.argv[1:], exit_on_error=False, result_action="return_value")
    except CycloptsError:
        code = 2  # the library has printed what was wrong
    except Refusal as refusal:
        code = refuse(refusal)
    except KeyboardInterrupt:
        code = 130
    sys.exit(code if isinstance(code, int) else 0)
