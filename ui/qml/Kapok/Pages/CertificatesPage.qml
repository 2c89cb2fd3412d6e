// UI-K15a: which one. Grey rows while it is looked up, words after three seconds, another way after ten.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kapok.Components
import Kapok.Controls
import Kapok.Theme
import Kapok.ViewModels

VisitPage {
    id: page

    required property CertificatesViewModel viewModel
    required property Intents intents
    readonly property bool waiting: viewModel.waiting !== ""
    readonly property bool faulty: viewModel.fault !== "" && !waiting
    readonly property bool again: faulty && viewModel.fault !== "none"

    title: waiting ? qsTr("正在查…") : faulty ? qsTr("这次打不了") : qsTr("打印哪一样？")
    note: viewModel.waiting === "slow" ? qsTr("还在查，请稍等") : waiting ? qsTr("马上就好") : faulty ? "" : qsTr("一共 %1 样，点一样").arg(viewModel.count)
    art: "sprig"
    info: [
        FaultPanel {
            Layout.fillWidth: true
            Layout.preferredHeight: PageMetrics.infoRoom
            visible: page.faulty
            offline: page.viewModel.fault === "hall_silent"
            what: CityWords.certificateFault[page.viewModel.fault] ?? ""
            now: CityWords.certificateRemedy[page.viewModel.fault] ?? ""
            hint: qsTr("服务台的人马上帮您")
            hotline: page.viewModel.hotline
        }
    ]
    actions: [
        KapokButton {
            objectName: "certificates.finish"
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredWidth: 1
            look: page.faulty ? Theme.end : Theme.plain
            text: page.faulty ? qsTr("好，我去服务台") : qsTr("不打了，结束")
            size: Metrics.textLabel
            onActivated: page.intents.touch("finish")
        },
        KapokButton {
            objectName: "certificates.look_up"
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredWidth: 1
            visible: page.again
            text: qsTr("再查一次")
            size: Metrics.textLabel
            onActivated: page.intents.touch("look_up")
        }
    ]

    ColumnLayout {
        width: parent.width
        height: parent.height
        visible: !page.faulty
        spacing: Metrics.rowGap

        Repeater {
            model: page.waiting && page.viewModel.waiting !== "quiet" ? PageMetrics.skeletonRows : 0

            Rectangle {
                Layout.fillWidth: true
                Layout.preferredHeight: Metrics.row
                radius: Tokens.radiusL
                color: Theme.colors.sunken
                Accessible.ignored: true
            }
        }
        Repeater {
            model: page.waiting ? [] : page.viewModel.rows

            ChoiceRow {
                required property var modelData

                objectName: "certificates.certificate." + modelData.place
                Layout.fillWidth: true
                iconName: "certificate"
                title: modelData.name
                note: [Form.large ? "" : modelData.issuer, modelData.until === "" ? qsTr("长期有效") : qsTr("到 %1").arg(modelData.until)].filter(part => part !== "").join(" · ")
                onActivated: page.intents.choose("certificate", modelData.place)
            }
        }
        Item {
            Layout.fillHeight: true
        }
        Pager {
            Layout.fillWidth: true
            visible: page.viewModel.pages > 1 && !page.waiting
            owner: "certificates"
            number: page.viewModel.pageNumber
            pages: page.viewModel.pages
            onBefore: page.intents.touch("previous_list_page")
            onAfter: page.intents.touch("next_list_page")
        }
    }
}
