// Holds the one page that stands on the screen. Leaving a page destroys it, with everything that it showed.
pragma ComponentBehavior: Bound
import QtQuick
import Kapok.Theme
import Kapok.ViewModels

Loader {
    id: stack

    required property string file // of Kapok.Pages; empty: nothing stands
    required property QtObject page // its view model
    required property Intents intents

    function turn(): void {
        if (file === "" || page === null)
            source = "";
        else
            setSource(Qt.resolvedUrl("../Pages/" + file + ".qml"), {
                "viewModel": page,
                "intents": intents
            });
    }

    onPageChanged: turn()
    onLoaded: appear.restart()

    NumberAnimation {
        id: appear

        target: stack
        property: "opacity"
        from: Theme.still ? 1 : 0
        to: 1
        duration: Theme.pageTurn
        easing.type: Easing.OutCubic
    }
}
