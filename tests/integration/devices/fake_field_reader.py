"""Speaks the recogniser's protocol without one: `python -m tests.integration.devices.fake_field_reader`.

What the "page" says is what it does: each kind of misbehaviour has a word.
"""

import base64
import json
import os
import sys
import time

from devices.transports.child import Parent


def main():
    parent = Parent()
    for text in sys.stdin:
        asked = json.loads(text)
        word, answer = base64.b64decode(asked["jpeg"]).decode(), {"id": asked["id"]}
        if word == "die":
            os._exit(3)
        if word == "hang":
            time.sleep(600)
        if word == "stale":
            parent.tell({"id": asked["id"] - 1, "lines": [line("姓名：旧页", 0)]})
        if word == "nonsense":
            parent.tell(answer | {"lines": [{"text": 1}]})
        elif word == "list":
            parent.tell([1, 2])
        elif word == "unreadable":
            parent.tell(answer | {"fault": "page_unreadable"})
        elif word == "strange":
            parent.tell(answer | {"fault": "<script>"})
        else:
            parent.tell(answer | {"lines": [line("姓名", 0), line("样本甲", 120)]})


def line(text, left):
    return {"text": text, "box": [left, 0, left + 100, 20], "confidence": 0.9}


if __name__ == "__main__":
    main()
