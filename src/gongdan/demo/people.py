"""Who lives in the demo workspace: a maker of smart-home devices with a shop, an app and a console for companies.
All names and addresses are invented; the addresses end in domains that can receive no mail."""

from typing import Final

import msgspec

from gongdan.kernel.text import Locale

DOMAIN: Final = "demo.gongdan.local"
ADMIN: Final = f"admin@{DOMAIN}"


class DemoStaff(msgspec.Struct, frozen=True, kw_only=True):
    mail: str
    name: str
    role: str
    teams: dict[str, bool] = {}
    """Team → whether they lead it."""
    locale: Locale = "zh-CN"
    presence: str = "available"
    """When the play is over; during it everybody is there."""


class DemoOrganisation(msgspec.Struct, frozen=True):
    key: str
    name: str
    tier: str
    domain: str


class DemoCustomer(msgspec.Struct, frozen=True):
    name: str
    mail: str
    tier: str = "normal"
    organisation: str | None = None
    locale: Locale = "zh-CN"


def _staff(
    mail: str, name: str, role: str, locale: Locale = "zh-CN", presence: str = "available", **teams: bool
) -> DemoStaff:
    named = {key.replace("_", "-"): leads for key, leads in teams.items()}
    return DemoStaff(mail=f"{mail}@{DOMAIN}", name=name, role=role, teams=named, locale=locale, presence=presence)


STAFF: Final = (
    _staff("admin", "演示管理员", "system_admin", presence="offline"),
    _staff("director", "周明远", "director", presence="offline"),
    _staff("lead", "陈晓岚", "lead", service=True, senior=True, duty_lead=False),
    _staff("tech-lead", "孙志恒", "lead", tech=True, engineering=True, duty_lead=False),
    _staff("finance-lead", "何静宜", "lead", finance=True, cross=True),
    _staff("agent", "林若溪", "agent", service=False),
    _staff("wangzihan", "王梓涵", "agent", service=False),
    _staff("zhaoyutong", "赵雨桐", "agent", service=False, presence="away"),
    _staff("liujiahao", "刘家豪", "agent", service=False),
    _staff("emma", "Emma Wilson", "agent", locale="en", service=False),
    _staff("daniel", "Daniel Kim", "agent", locale="en", service=False, tech=False),
    _staff("xuwenbo", "徐文博", "agent", tech=False),
    _staff("mahaoran", "马浩然", "agent", tech=False),
    _staff("gaosiyuan", "高思远", "agent", tech=False, presence="away"),
    _staff("tangkexin", "唐可欣", "agent", finance=False),
    _staff("luoyifan", "罗一帆", "agent", finance=False),
    _staff("fangmin", "方敏", "agent", senior=False, service=False),
    _staff("auditor", "郑律", "auditor", presence="offline"),
)

ORGANISATIONS: Final = (
    DemoOrganisation("yuntu", "云图酒店集团", "vip", "yuntu-hotels.example"),
    DemoOrganisation("hengxin", "恒信物业服务有限公司", "partner", "hengxin-wuye.example"),
    DemoOrganisation("bailu", "白鹭公寓", "partner", "bailu-apt.example"),
    DemoOrganisation("northwind", "Northwind Property Ltd", "vip", "northwind.example"),
    DemoOrganisation("mingde", "明德小学", "normal", "mingde-school.example"),
    DemoOrganisation("qiaomu", "乔木装饰设计", "normal", "qiaomu-design.example"),
    DemoOrganisation("harbour", "Harbour Lodge Apartments", "normal", "harbourlodge.example"),
)

CUSTOMERS: Final = (
    DemoCustomer("顾云舟", "gu@yuntu-hotels.example", "vip", "yuntu"),
    DemoCustomer("沈知微", "shen@yuntu-hotels.example", "vip", "yuntu"),
    DemoCustomer("邵建国", "shao@hengxin-wuye.example", "partner", "hengxin"),
    DemoCustomer("魏丽华", "wei@hengxin-wuye.example", "partner", "hengxin"),
    DemoCustomer("白雪", "bai@bailu-apt.example", "partner", "bailu"),
    DemoCustomer("汪老师", "wang@mingde-school.example", "normal", "mingde"),
    DemoCustomer("乔安", "qiao@qiaomu-design.example", "normal", "qiaomu"),
    DemoCustomer("Olivia Bennett", "olivia@northwind.example", "vip", "northwind", "en"),
    DemoCustomer("James Carter", "james@northwind.example", "vip", "northwind", "en"),
    DemoCustomer("Sofia Rossi", "sofia@harbourlodge.example", "normal", "harbour", "en"),
    DemoCustomer("李秀英", "lixiuying@mail.example"),
    DemoCustomer("张建军", "zhangjianjun@mail.example"),
    DemoCustomer("王小明", "wangxiaoming@mail.example"),
    DemoCustomer("陈思雨", "chensiyu@mail.example"),
    DemoCustomer("杨帆", "yangfan@mail.example", "partner"),
    DemoCustomer("黄志强", "huangzhiqiang@mail.example"),
    DemoCustomer("吴佳怡", "wujiayi@mail.example"),
    DemoCustomer("徐静", "xujing@mail.example"),
    DemoCustomer("朱晓东", "zhuxiaodong@mail.example"),
    DemoCustomer("胡雪梅", "huxuemei@mail.example"),
    DemoCustomer("郭强", "guoqiang@mail.example"),
    DemoCustomer("何雨欣", "heyuxin@mail.example"),
    DemoCustomer("高磊", "gaolei@mail.example", "vip"),
    DemoCustomer("罗敏", "luomin@mail.example"),
    DemoCustomer("梁栋", "liangdong@mail.example"),
    DemoCustomer("宋佳", "songjia@mail.example"),
    DemoCustomer("唐伟", "tangwei@mail.example"),
    DemoCustomer("许晴", "xuqing@mail.example", "partner"),
    DemoCustomer("韩冰", "hanbing@mail.example"),
    DemoCustomer("冯宇", "fengyu@mail.example"),
    DemoCustomer("曹阳", "caoyang@mail.example"),
    DemoCustomer("彭丽", "pengli@mail.example"),
    DemoCustomer("曾凡", "zengfan@mail.example"),
    DemoCustomer("田甜", "tiantian@mail.example"),
    DemoCustomer("Michael Brown", "michael.brown@mail.example", locale="en"),
    DemoCustomer("Hannah Schmidt", "hannah.schmidt@mail.example", locale="en"),
    DemoCustomer("Lucas Martin", "lucas.martin@mail.example", locale="en"),
    DemoCustomer("Priya Sharma", "priya.sharma@mail.example", "partner", locale="en"),
    DemoCustomer("Tom Okafor", "tom.okafor@mail.example", locale="en"),
)
