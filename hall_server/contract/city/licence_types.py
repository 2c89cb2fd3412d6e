"""The types of electronic licences that halls meet often, and the fields of each (clause CL-E5).

The order counts: a form's field is filled from the first licence that has it. A type that is not here can be found and
ticked all the same; nothing is filled from it.
"""

from __future__ import annotations

ID_CARD = "居民身份证"
LABELS = {
    "name": "姓名",
    "id_number": "公民身份号码",
    "sex": "性别",
    "ethnic_group": "民族",
    "birth_date": "出生日期",
    "address": "住址",
    "household_address": "户籍地址",
    "relation": "与户主关系",
    "card_number": "证照号码",
    "insured_place": "参保地",
    "vehicle_class": "准驾车型",
    "plate_number": "号牌号码",
    "residence_address": "居住地址",
    "spouse_name": "配偶姓名",
    "property_address": "不动产坐落",
    "disability_grade": "残疾等级",
    "organisation": "单位名称",
    "credit_code": "统一社会信用代码",
    "legal_person": "法定代表人",
    "business_scope": "经营范围",
}
FIELDS: dict[str, tuple[str, ...]] = {
    ID_CARD: ("name", "id_number", "sex", "ethnic_group", "birth_date", "address"),
    "社会保障卡": ("name", "id_number", "card_number"),
    "医保电子凭证": ("name", "id_number", "insured_place"),
    "户口簿": ("name", "id_number", "household_address", "relation"),
    "居住证": ("name", "id_number", "residence_address"),
    "结婚证": ("name", "spouse_name", "card_number"),
    "不动产权证": ("name", "property_address", "card_number"),
    "出生医学证明": ("name", "birth_date", "card_number"),
    "社保参保证明": ("name", "id_number", "insured_place"),
    "电子驾驶证": ("name", "id_number", "vehicle_class"),
    "电子行驶证": ("name", "plate_number"),
    "残疾人证": ("name", "id_number", "disability_grade", "card_number"),
    "营业执照": ("organisation", "credit_code", "legal_person", "business_scope"),
    "食品经营许可证": ("organisation", "credit_code", "card_number"),
}
