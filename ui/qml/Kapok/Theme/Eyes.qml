// How a colour looks to eyes that lack one of the three: Machado, Oliveira, Fernandes 2009, severity 1.0, in linear light.
pragma Singleton
import QtQuick

QtObject {
    readonly property list<string> whose: ["usual", "protan", "deutan", "tritan"]
    readonly property var lights: ({
            "usual": [1, 0, 0, 0, 1, 0, 0, 0, 1],
            "protan": [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998],
            "deutan": [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.01182, 0.04294, 0.968881],
            "tritan": [1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.3039]
        })

    function linear(part: real): real {
        return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }
    function shown(part: real): real {
        const held = Math.max(0, Math.min(1, part));
        return held <= 0.0031308 ? held * 12.92 : 1.055 * Math.pow(held, 1 / 2.4) - 0.055;
    }
    function seenBy(ink: color, eye: string): color {
        const light = [linear(ink.r), linear(ink.g), linear(ink.b)];
        const part = row => shown(lights[eye][row] * light[0] + lights[eye][row + 1] * light[1] + lights[eye][row + 2] * light[2]);
        return "#" + [part(0), part(3), part(6)].map(one => Math.round(one * 255).toString(16).padStart(2, "0")).join("");
    }
}
