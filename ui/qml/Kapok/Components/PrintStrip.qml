// How a print job stands, in one strip: coming, out, or what is wrong and what to do then.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kapok.Theme

ColumnLayout {
    id: job

    required property string come // a Come of kiosk.session.printouts
    property string fault // a PaperFault
    property int sheets

    Strip {
        Layout.fillWidth: true
        visible: job.come === "coming"
        iconName: "info"
        iconStyle: "bold"
        iconTint: "sky.700"
        color: Theme.colors.infoSoft
        ink: Theme.colors.text
        text: job.sheets > 0 ? qsTr("正在打印，出来 %1 张").arg(job.sheets) : qsTr("正在打印…")
    }
    Strip {
        Layout.fillWidth: true
        visible: job.come === "done"
        iconName: "check-circle"
        iconTint: "jade.600"
        color: Theme.colors.okSoft
        ink: Theme.colors.text
        text: qsTr("打好了，请取走")
    }
    Strip {
        Layout.fillWidth: true
        visible: job.come === "void" || job.come === "part" || job.come === "stands"
        iconName: "warning"
        iconTint: "amber.600"
        text: CityWords.paperFault[job.fault] ?? CityWords.paperFaultOther
        note: job.come === "stands" ? qsTr("请叫人来看一下打印机") : job.come === "part" ? qsTr("这次作废，出来的纸请交给工作人员") : qsTr("这次作废，没有打出来")
    }
}
