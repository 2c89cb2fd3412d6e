"""What a visitor can say in 远程帮办 without a keyboard: ready phrases, and signs to type."""

PHRASES = {  # by permanent code; the other side is told them in Chinese
    "deaf": "我听不见，请打字",
    "unclear": "没明白，请再说一遍",
    "materials": "材料怎么准备",
    "where": "去哪里办",
    "how_long": "要办多久",
    "fee": "要交钱吗",
    "yes": "是的",
    "no": "不是",
    "wait": "请等一下",
    "thanks": "谢谢，明白了",
}
SIGNS = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789")
LONGEST = 24  # signs of a line that is typed
