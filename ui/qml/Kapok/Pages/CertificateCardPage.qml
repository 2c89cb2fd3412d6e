// UI-K15 打印证明 and UI-K26 申办: whose; by card, or by a code that says who somebody is.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kapok.Components
import Kapok.ViewModels

VisitPage {
    id: page

    required property CertificateCardViewModel viewModel
    required property Intents intents

    title: viewModel.purpose === "apply" ? qsTr("谁来办？") : qsTr("打印证明")
    note: qsTr("先认一下是您，只在这次用")
    art: "sprig"
    aside: [
        Strip {
            Layout.fillWidth: true
            visible: page.viewModel.fault !== ""
            iconName: "warning"
            iconTint: "amber.600"
            text: CityWords.certificateFault[page.viewModel.fault] ?? ""
            note: CityWords.certificateRemedy[page.viewModel.fault] ?? ""
        }
    ]
    info: [
        ToldRow {
            Layout.fillWidth: true
            visible: page.viewModel.cardReader
            iconName: "identification-card"
            title: page.viewModel.cardStep === "reading" ? Words.cardTitle.reading : page.viewModel.cardStep === "try_again" || page.viewModel.cardStep === "wrong_card" ? Words.cardTitle[page.viewModel.cardStep] : qsTr("放身份证")
            note: qsTr("居住证、永居证也行，平放在读卡区")
            lit: page.viewModel.cardStep === "reading"
        },
        ToldRow {
            Layout.fillWidth: true
            visible: page.viewModel.scanner
            iconName: "qr-code"
            title: qsTr("个人码对准扫码口")
            note: qsTr("手机上的电子身份码")
        }
    ]
    actions: [
        BackButton {
            objectName: "certificate_card.back"
            onActivated: page.intents.touch("back")
        },
        Item {
            Layout.fillWidth: true
        }
    ]
}
