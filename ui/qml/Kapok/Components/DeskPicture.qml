// The service desk, with its sign: where a person is.
pragma ComponentBehavior: Bound
import QtQuick
import Kapok.Controls
import Kapok.Theme

Item {
    id: picture

    implicitWidth: implicitHeight * PageMetrics.deskPictureShape
    implicitHeight: PageMetrics.deskPicture
    Accessible.role: Accessible.Graphic
    Accessible.name: qsTr("服务台")

    Image {
        anchors.fill: parent
        source: Theme.art("service-desk")
        sourceSize.width: parent.width
        fillMode: Image.PreserveAspectFit
        Accessible.ignored: true
    }
    KapokText {
        anchors.horizontalCenter: parent.horizontalCenter
        y: parent.height * PageMetrics.deskPictureSign - height / 2
        visible: picture.height > PageMetrics.deskPictureSigned
        text: qsTr("服务台")
        size: Form.large ? Metrics.textNote : Metrics.textBody
        weight: Font.Bold
        Accessible.ignored: true
    }
}
