"""Papers of made-up visits, for the tests of this room."""

from hall_server.contract.catalogue import Catalogue, ItemView, Material, SituationView, StepView
from kiosk.paper.about import AboutPaper
from kiosk.session.papers import (
    CaseStep,
    ChecklistPaper,
    GuidePaper,
    ProgressPaper,
    ReceiptPaper,
    ReferralPaper,
    StepState,
)

MATERIALS = (
    Material("m_id", "居民身份证", tolerable=False, licence="居民身份证"),
    Material("m_photo", "相片回执", tolerable=True),
    Material("m_live", "居住地住址、就业或就读证明之一", tolerable=False),
)
ITEM = ItemView(
    id="i01",
    name="广东省居住证申领",
    theme="来穗入户",
    queue="H",
    materials=MATERIALS,
    plain="在广州住满半年、有工作或住处就可以办。",
    note="本人来办",
    place="二楼 A 区",
    version="2026-03",
    guide_from="2026-03-01",
    legal_days="15d",
    promise_days=7,
    fee="不收费",
    conditions="在广州住满半年",
    special_steps=(StepView("专家评审", "10"),),
    situations=(SituationView("s", "您自己来办吗？", (("me", "自己"), ("other", "帮别人"))),),
)
CATALOGUE = Catalogue("demo", "2026-03", ("来穗入户",), (ITEM,))
ABOUT = AboutPaper("木棉区政务服务中心", "1 号机", "12345", "2026-10-16 09:42", "3F2A-91C0", "2026-03")
CASE_NO = "20261016-0042"
PAPERS = {
    "guide": GuidePaper(ITEM),
    "checklist": ChecklistPaper("我要开餐馆", ("营业执照", "食品经营许可"), MATERIALS),
    "progress": ProgressPaper(
        CASE_NO,
        "社会保障卡挂失补换",
        (
            CaseStep("收件", StepState.DONE, "10 月 12 日"),
            CaseStep("审核", StepState.NOW, "10 月 20 日前"),
            CaseStep("制卡", StepState.TO_COME),
        ),
        "10 月 25 日来取卡",
        "二楼 4 号窗口",
    ),
    "receipt": ReceiptPaper(
        CASE_NO, "居住证", "2026-10-16 09:42", (("居民身份证", 2), ("相片回执", 1)), "等短信", "KPT1:ABCD", "4 号窗口"
    ),
    "referral": ReferralPaper(
        "居住证", "这件事要到户口所在的区办。", "第二大厅", "木棉路 1 号", "9:00–17:00", "12345", ("身份证",)
    ),
}
