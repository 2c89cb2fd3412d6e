"""The city's platforms as a hall sees them: the name of each port, as it stands in addresses, site files and rows."""

from __future__ import annotations

from enum import StrEnum


class PortName(StrEnum):
    """One platform each; what it is for and what it says: docs/integration/<name>.md."""

    APPOINTMENTS = "appointments"  # 统一预约
    ITEMS = "items"  # 事项库
    LICENCES = "licences"  # 电子证照
    ACCEPTANCE = "acceptance"  # 统一申办受理
    PROGRESS = "progress"  # 办件进度
    NOTICES = "notices"  # 短信、应用消息、5G 消息
    RATINGS = "ratings"  # 好差评
    COMPLAINTS = "complaints"  # 监督管理系统与 12345
    SEALS = "seals"  # 电子印章
    ARCHIVE = "archive"  # 数字档案
    PROFILE = "profile"  # 一人一档、一企一档
    VIDEO = "video"  # 云窗口
    INDEX = "index"  # 效能指数与城市运行中枢
    CREDIT = "credit"  # 信用信息
    LINKS = "links"  # 中介超市等链接
    CODES = "codes"  # 在线验码
