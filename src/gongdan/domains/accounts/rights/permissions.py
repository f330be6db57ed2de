"""The closed list of actions (spec 08): what a role may grant, with the words that the matrix editor shows."""

from typing import Final

from gongdan.kernel.text import Name

ACTIONS: Final[dict[str, Name]] = {
    "ticket.read": {"zh-CN": "查看工单", "en": "See tickets"},
    "ticket.create": {"zh-CN": "创建工单", "en": "Create tickets"},
    "ticket.create_for_others": {"zh-CN": "代他人创建工单", "en": "Create tickets for others"},
    "ticket.reply": {"zh-CN": "公开回复", "en": "Reply publicly"},
    "ticket.note": {"zh-CN": "写内部备注", "en": "Write internal notes"},
    "message.read": {"zh-CN": "阅读与客户的往来消息", "en": "Read messages exchanged with the customer"},
    "note.read": {"zh-CN": "阅读内部备注", "en": "Read internal notes"},
    "message.redact": {"zh-CN": "抹除消息内容", "en": "Erase what a message says"},
    "ticket.assign": {"zh-CN": "分配工单", "en": "Assign tickets"},
    "ticket.claim": {"zh-CN": "领取工单", "en": "Claim tickets"},
    "ticket.accept": {"zh-CN": "受理工单", "en": "Accept tickets"},
    "ticket.edit": {"zh-CN": "编辑工单", "en": "Edit tickets"},
    "ticket.tag": {"zh-CN": "打标签", "en": "Tag tickets"},
    "ticket.watch": {"zh-CN": "关注工单", "en": "Watch tickets"},
    "ticket.link": {"zh-CN": "关联工单", "en": "Link tickets"},
    "ticket.merge": {"zh-CN": "合并工单", "en": "Merge tickets"},
    "ticket.merge_across": {"zh-CN": "合并不同客户的工单", "en": "Merge tickets of different customers"},
    "ticket.move": {"zh-CN": "变更状态", "en": "Change the status"},
    "ticket.resolve": {"zh-CN": "标记已解决", "en": "Resolve tickets"},
    "ticket.confirm": {"zh-CN": "确认解决", "en": "Confirm a solution"},
    "ticket.confirm_for": {"zh-CN": "代客户登记确认", "en": "Record a customer's confirmation"},
    "ticket.reopen": {"zh-CN": "重新打开", "en": "Reopen tickets"},
    "ticket.rate": {"zh-CN": "评价", "en": "Rate the service"},
    "ticket.close": {"zh-CN": "关闭工单", "en": "Close tickets"},
    "ticket.undo": {"zh-CN": "撤销操作", "en": "Undo what was done"},
    "ticket.assign_above_capacity": {"zh-CN": "超出上限分配", "en": "Assign above capacity"},
    "ticket.assign_any": {"zh-CN": "分配给组外成员", "en": "Assign to people outside the team"},
    "ticket.escalate": {"zh-CN": "升级工单", "en": "Escalate tickets"},
    "ticket.spam": {"zh-CN": "标记垃圾工单", "en": "Mark tickets as spam"},
    "ticket.trash": {"zh-CN": "移入回收站", "en": "Move tickets to the trash"},
    "ticket.export": {"zh-CN": "导出工单", "en": "Export tickets"},
    "ticket.read_times": {"zh-CN": "查看他人的工时", "en": "See others' recorded time"},
    "ticket.import": {"zh-CN": "导入工单", "en": "Import tickets"},
    "conversation.read": {"zh-CN": "查看会话", "en": "See conversations"},
    "conversation.begin": {"zh-CN": "发起会话", "en": "Begin conversations"},
    "conversation.say": {"zh-CN": "在会话中发言", "en": "Speak in conversations"},
    "conversation.join": {"zh-CN": "接入会话", "en": "Join conversations"},
    "conversation.hand_over": {"zh-CN": "转交会话", "en": "Hand conversations over"},
    "conversation.close": {"zh-CN": "结束会话", "en": "End conversations"},
    "conversation.rate": {"zh-CN": "登记会话评价", "en": "Record ratings of conversations"},
    "conversation.link": {"zh-CN": "关联会话与工单", "en": "Link conversations and tickets"},
    "policy.read": {"zh-CN": "查看策略", "en": "See the policy"},
    "policy.edit": {"zh-CN": "编辑策略草稿", "en": "Edit the policy draft"},
    "policy.publish": {"zh-CN": "发布策略", "en": "Publish the policy"},
    "people.read": {"zh-CN": "查看成员", "en": "See members"},
    "people.manage": {"zh-CN": "管理成员、组和角色", "en": "Manage members, teams and roles"},
    "token.manage": {"zh-CN": "管理他人的 API 令牌", "en": "Manage others' API tokens"},
    "audit.read": {"zh-CN": "查看审计记录", "en": "Read the audit log"},
    "workspace.manage": {"zh-CN": "管理工作区设置", "en": "Manage workspace settings"},
    "customer.read": {"zh-CN": "查看客户资料", "en": "See customers"},
    "customer.manage": {"zh-CN": "管理客户资料", "en": "Manage customers"},
    "view.share": {"zh-CN": "向各组和所有人共享视图", "en": "Share views with any team and with everybody"},
    "canned_reply.share": {
        "zh-CN": "向各组和所有人共享快捷回复",
        "en": "Share canned replies with any team and with everybody",
    },
    "macro.share": {"zh-CN": "向各组和所有人共享宏", "en": "Share macros with any team and with everybody"},
    "outbox.manage": {"zh-CN": "管理发件箱", "en": "Manage the outbox"},
    "quarantine.manage": {"zh-CN": "处理隔离区", "en": "Manage the quarantine"},
}
"""Action → its name. The list is closed: a role can name no other, and a check for another is a bug."""

FIELD_CLASSES: Final[dict[str, Name]] = {
    "personal": {"zh-CN": "个人信息", "en": "Personal data"},
    "finance": {"zh-CN": "财务信息", "en": "Financial data"},
    "internal": {"zh-CN": "内部信息", "en": "Internal data"},
    "sensitive": {"zh-CN": "敏感信息", "en": "Sensitive data"},
}
"""Class → its name. A field without a class is open to whoever sees the ticket."""

GROUPS: Final[dict[str, Name]] = {
    "ticket": {"zh-CN": "工单", "en": "Tickets"},
    "message": {"zh-CN": "消息与备注", "en": "Messages and notes"},
    "conversation": {"zh-CN": "会话", "en": "Conversations"},
    "customer": {"zh-CN": "客户", "en": "Customers"},
    "people": {"zh-CN": "人员", "en": "People"},
    "policy": {"zh-CN": "策略", "en": "Policy"},
    "system": {"zh-CN": "系统", "en": "System"},
}
"""Group of the matrix → its name, in the order in which they are shown."""

_GROUP_OF: Final = {"note": "message", "view": "ticket", "canned_reply": "message", "macro": "ticket"}
_OF_TEAMS: Final = frozenset({"policy.edit"})
"""Of what concerns the workspace, what may be granted for the entries of a team alone."""
_WIDE: Final = (
    "policy",
    "people",
    "token",
    "audit",
    "workspace",
    "customer",
    "view",
    "canned_reply",
    "macro",
    "outbox",
    "quarantine",
)


def group_of(action: str) -> str:
    """Under which heading the matrix shows it."""
    kind = action.partition(".")[0]
    return kind if kind in GROUPS else _GROUP_OF.get(kind, "system")


def is_wide(action: str) -> bool:
    """Whether it concerns the workspace and no single thing of a scope: whoever may do it, may do it everywhere."""
    return action.partition(".")[0] in _WIDE and action not in _OF_TEAMS
