"""What `kapok device doctor` may find, whose fault it is, and what it says to staff in Chinese and in English."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from devices.values.advice import advice_for


class Step(StrEnum):
    """The steps of an examination, in their order; the first that fails ends it."""

    SETTINGS = "settings"  # 设置
    THERE = "there"  # 存在
    PERMISSION = "permission"  # 权限
    OPENS = "opens"  # 打开
    ANSWERS = "answers"  # 应答
    STATUS = "status"  # 状态


class Blame(StrEnum):
    """What has to be put right."""

    NOBODY = ""
    SETTINGS = "settings"  # 设置
    CABLE = "cable"  # 线缆或电源
    DRIVER = "driver"  # 系统驱动
    PERMISSION = "permission"  # 权限
    PROGRAM = "program"  # 其他程序占用
    DEVICE = "device"  # 设备本身


CHINESE = {
    Step.SETTINGS: "设置",
    Step.THERE: "存在",
    Step.PERMISSION: "权限",
    Step.OPENS: "打开",
    Step.ANSWERS: "应答",
    Step.STATUS: "状态",
    Blame.SETTINGS: "设置",
    Blame.CABLE: "线缆或电源",
    Blame.DRIVER: "系统驱动",
    Blame.PERMISSION: "权限",
    Blame.PROGRAM: "其他程序",
    Blame.DEVICE: "设备",
}

FIXED = {
    "file_missing": (
        "没有这个设备文件：检查数据线和电源，或用 kapok device ports 查看现有端口",
        "No such device file: check cable and power; `kapok device ports` lists what is there",
    ),
    "link_dangling": (
        "固定名称指向的设备已拔出：插好数据线",
        "The lasting name leads to a device that is unplugged: plug it in",
    ),
    "usb_without_driver": (
        "USB 设备已接上，但系统没有驱动：安装或加载串口驱动模块",
        "A USB device is plugged in that no kernel driver has taken: load the driver of its serial chip",
    ),
    "not_permitted": (
        "当前用户无权访问：sudo usermod -aG {group} {user}，然后重新登录",
        "This user may not use it: sudo usermod -aG {group} {user}, then log in again",
    ),
    "only_root": (
        "只有 root 可以访问：需要 udev 规则，把设备交给一个用户组",
        "Only root may use it: it needs a udev rule that gives it to a group",
    ),
    "taken": ("其他程序正在使用：{who}，先关闭它", "Another program has it: {who}; stop that one first"),
    "not_a_line": ("这个文件不是串口：检查 address", "This file is no serial line: check the address"),
    "no_input_device": (
        "这个文件不是输入设备：用 /dev/input/by-id/…-event-kbd",
        "This file is no input device: take one of /dev/input/by-id/…-event-kbd",
    ),
    "host_unknown": ("主机名无法解析：检查 address 和 DNS", "Nobody knows this host: check the address and the DNS"),
    "connection_refused": (
        "主机在线，但端口无人应答：检查端口号，确认设备已开机",
        "The host is there, but nothing listens on the port: check the port, and that the device is on",
    ),
    "host_unreachable": ("网络不通：检查网线、IP 地址和路由", "The host cannot be reached: check network cable and IP"),
    "usb_missing": ("USB 上没有这个设备：检查数据线和电源", "No such device on USB: check cable and power"),
    "usb_wrong_kind": (
        "这个 USB 设备没有批量管道：检查 address",
        "This USB device has no bulk pipes: check the address",
    ),
    "pcscd_missing": (
        "智能卡服务 pcscd 未运行：安装并启动 pcscd",
        "The smart-card service does not run: install and start pcscd",
    ),
    "pcscd_refuses": (
        "pcscd 中断了连接：重启 pcscd；若仍如此，用 polkit 规则允许该用户",
        "pcscd hung up: restart it; if it does so again, a polkit rule has to permit this user",
    ),
    "camera_missing": (
        "没有找到摄像头：检查数据线，ls /dev/v4l/by-id 可查看",
        "No such camera: check its cable; `ls /dev/v4l/by-id` shows what is there",
    ),
    "reader_missing": (
        "没有找到读卡器：检查数据线和 reader 设置",
        "No such reader: check the cable and the setting `reader`",
    ),
    "program_missing": (
        "所需程序未安装：按括号内提示安装",
        "A program that it needs is not installed: see the brackets",
    ),
    "library_missing": ("没有 libusb：安装 libusb-1.0", "libusb is not installed: install libusb-1.0"),
    "wrong_baud": (
        "波特率不对：设备在 {baud} 应答，请把 address 改为 …?baud={baud}",
        "Wrong baud rate: it answers at {baud}; write …?baud={baud} into the address",
    ),
    "only_sends": (
        "只发送的设备无法询问：请实际扫一次 (kapok device scan)",
        "It only sends and cannot be asked: hold a code before it (`kapok device scan`)",
    ),
    "heard_by_window": (
        "这种扫码枪像键盘一样输入，由运行中的自助机界面接收：请在界面上扫一次；要在这里试，用 --driver evdev",
        "It types into the running kiosk's window: hold a code before it there; to try it here: --driver evdev",
    ),
    "simulated": ("模拟设备，没有真机", "Simulated: there is no real device"),
    "well": ("正常", "fine"),
}


@dataclass(frozen=True, slots=True)
class Finding:
    """What one step found. `code` is permanent; `blame` is NOBODY when there is nothing to put right."""

    step: Step
    code: str
    chinese: str
    english: str
    blame: Blame = Blame.NOBODY
    warning: bool = False
    detail: str = ""  # for a technician, in whatever words the system has

    @property
    def is_fault(self) -> bool:
        """True when the device cannot work like this."""
        return self.blame is not Blame.NOBODY


def found(step: Step, code: str, blame: Blame = Blame.NOBODY, *, detail: str = "", **words: object) -> Finding:
    """A finding with the sentences of its code, from FIXED or from the table of advice."""
    if code in FIXED:
        chinese, english = (sentence.format(**words) for sentence in FIXED[code])
    else:
        advice = advice_for(code)
        chinese, english = advice.chinese, advice.english
    return Finding(step, code, chinese, english, blame, detail=detail)
