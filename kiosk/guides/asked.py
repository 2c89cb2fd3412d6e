"""What people type or say, brought into one form: one word for several, Cantonese in Mandarin, filler words left out.

The same is done to the names in the catalogue, so nothing here has to be good Chinese: only equal on both sides. Knows
no item. Pure.
"""

from __future__ import annotations

import re
import unicodedata

LONGEST = 64  # characters of a question that are looked at: nobody types more on a kiosk

# Each group: whatever stands before the last word is read as the last one; _GONE is left out.
_GONE = "_"
_SAME = """
唔见咗 唔见 跌咗 整跌 丢失 遗失 弄丢 丢掉 丢了 不见了 不见 找不到 搞丢 搞不见 整唔见 漏咗 丢
整烂咗 整烂 烂咗 烂了 损坏 破损 坏掉 弄坏 断了 坏了 坏
就嚟到期 就到期 快到期 快过期 过咗期 过期 失效 到期
攞翻 攞返 攞 拎 申领 领取 取得 领
搵 找
嚟 来
畀 俾 给
冇得 冇 没有 无 没
唔使 不用
唔喺度 过咗身 过身 走咗 死咗 死了 过世 离世 逝世 离开人世 去世
唔 不
睇病 睇医生 看医生 就医 就诊 看病
睇 看
返乡下 回乡下 返老家 回老家
乡下 老家
返工 上班
供咗 供款 缴纳 缴费 缴存 缴 交
供社保 交社保
供公积金 交公积金
边度 边处 在哪里 在哪儿 在哪 去哪里 去哪 到哪里 哪里 哪儿 哪个窗口 _
点样 点解 怎么样 怎么办理 怎么办 怎么弄 怎么搞 怎么 怎样 如何 咋办 咋 _
细路仔 细路哥 细路女 细路 细蚊仔 小朋友 小孩子 小孩 娃娃 孩子
阿女 个女 女儿 个仔 阿仔 仔仔 儿子
苏虾仔 苏虾 bb仔 bb女 bb 婴儿 baby 宝宝
阿妈 老母 老妈 我妈 妈妈
阿爸 老豆 老爸 我爸 爸爸
阿爷 阿嫲 阿婆 阿公 婆婆 公公 爷爷 奶奶 外婆 外公 老人家 老年人 长者 长辈 老人
屋企 家里
间屋 层楼 房屋 房子 屋 楼 房
租屋 租楼 租房
铺头 店铺 铺面 店面 商铺 门店 店
转名 改名过户 过户
出世 出生
咩牌 乜牌 什么牌照 什么牌 什么证件 什么证书 什么证 哪些证 证
开间 开个 开家 开一家 开一个 开
间公司 公司
间店 间铺 个店 店
套房 房
张卡 卡
张证 个证 本证 证
饭堂 食堂
几多 几套 几间 几层 几个 多少 _
医院看病 看病
孩子上学 孩子读书
上学 读书
念书 读书
奔丧 丧事
单子 清单 流水 明细 记录 记录
补助金 补助 补贴 津贴
咩 乜嘢 乜 什么 啥 _
卖嘢食 卖野食 卖食物 卖食品 卖吃的 卖吃
食嘢 嘢食 吃的 吃
食肆 餐馆 饭馆 饭店 餐厅
飞发 剪发 剪头发 理头发 美发 理发
几耐 多久 _
搞掂 搞定 办好
第二个人 第二个 其他人 别人
炒鱿鱼 炒咗 炒鱿 被炒
生咗 生仔 生宝宝 生小孩 生娃 生孩子
大咗肚 大肚 有咗 怀孕
行唔到 走不动 走不了路
听唔到 听不到 听不见
睇唔到 看不到 看不见
啱啱 刚刚 刚
幼稚园 幼儿园
证件 证
社会保障卡 社保卡
社会保险 社保
基本医疗保险 医疗保险 医保
基本养老保险 养老保险
住房公积金 公积金
企业 公司
补办 补领 补换 补
换领 更换 换
年检 年审
查询 查一查 查一下 查下 查看 查
打印 打张 开张 打
购买 买
出售 卖出 卖掉 卖
成立 设立 注册 登记
变更 更改 修改 改
残疾人 残疾
身份证明 身份证
牌照 执照
打工 上班
把我辞了 辞了我 把我辞 被辞了 被辞 辞退 辞掉 开除 解雇 裁掉 裁员
下岗 失业
无业 没工作
老婆 老公 妻子 丈夫 配偶 爱人 老伴
去看病 看病
幾 几
"""
_FILLER = """
我想问一下 我想问下 想问一下 想问下 请问一下 请问下 请问 你好 您好 麻烦 我想 我要 想要 我们 我 你 您 想 要 办理
申办 申请 办 弄 搞 可不可以 可唔可以 能不能 可以 能否 能 需要 手续 材料 资料 条件 流程 吗 呢 吧 啊 呀 喇 啦 㗎
噃 喎 咯 了 的 嘅 咗 啲 得 一下 该 应该 谢谢 唔该 怎么办 还 就 都 也 又 那个 这个 一个 先 帮 帮忙
"""
_OLD = """
證证 險险 養养 醫医 業业 學学 國国 區区 廣广 東东 簽签 領领 換换 補补 辦办 請请 問问 報报 號号 產产 權权 過过
戶户 買买 賣卖 樓楼 車车 開开 關关 設设 變变 營营 執执 讓让 離离 結结 歲岁 錢钱 費费 門门 間间 單单 應应 當当
網网 點点 樣样 邊边 還还 這这 個个 們们 來来 見见 聽听 說说 讀读 書书 寫写 親亲 兒儿 嬰婴 殘残 覺觉 壽寿 齡龄
貼贴 積积 銀银 遞递 郵邮 館馆 飯饭 飲饮 遊游 場场 陽阳 術术 診诊 藥药 檢检 驗验 認认 識识 職职 員员 傷伤 喪丧
繼继 遺遗 稅税 電电 氣气 賬账 帳账 據据 發发 給给 嗎吗 無无 從从 與与 為为 對对 後后 時时 現现 類类 頁页 體体
機机 構构 運运 貨货 質质 獎奖 勵励 監监 護护 係系 統统 幾几 細细 蘇苏 蝦虾 轉转 鋪铺 爺爷 媽妈 孫孙 經经 檔档
項项 屬属 損损 壞坏 爛烂 丟丢 遲迟 創创 資资 務务 團团 異异 備备 絡络 療疗 殯殡 龍龙 華华 歷历 師师 園园 廠厂
圖图 訂订 約约 規规 劃划
"""


def _pairs(groups: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for line in groups.strip().splitlines():
        *many, one = line.split()
        found.update(dict.fromkeys(many, "" if one == _GONE else one))
    return found


_TO = {**_pairs(_SAME), **dict.fromkeys(_FILLER.split(), "")}
_WORDS = re.compile("|".join(map(re.escape, sorted(_TO, key=len, reverse=True))))
_HOW = re.compile("点(?=[办领攞买过搞取做交换改补提算查开入申续整报])")
_MODERN = {ord(pair[0]): pair[1] for pair in _OLD.split()}


def folded(text: str) -> str:
    """Case, width, traditional characters, blanks and punctuation made equal; at most LONGEST characters."""
    plain = unicodedata.normalize("NFKC", text[: 4 * LONGEST]).casefold().translate(_MODERN)
    return "".join(one for one in plain if one.isalnum())[:LONGEST]


def core(text: str) -> str:
    """What is left when words are made one and filler is gone; "" when nothing was asked."""
    return _WORDS.sub(lambda found: _TO[found[0]], _HOW.sub("", folded(text)))


def is_latin(text: str) -> bool:
    """Whether it is typed in letters: initials, pinyin, English."""
    return text.isascii()
