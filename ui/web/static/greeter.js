// The greeter's tablet: a call for help that was not there before sounds once and is said, beside its shape and words.

import { Chime } from "./chime.js";

const chime = new Chime();
const button = document.getElementById("sound");
const said = document.getElementById("said");
let known = new Set(callsNow().map((call) => call.dataset.call));

function callsNow() {
  return [...document.querySelectorAll("#stage [data-call]")];
}

function showSound() {
  button.hidden = chime.allowed();
}

document.addEventListener("pointerdown", () => chime.unlock().then(showSound));
document.addEventListener("keydown", () => chime.unlock().then(showSound));
showSound();

document.body.addEventListener("htmx:afterSwap", () => {
  const calls = callsNow();
  const fresh = calls.filter((call) => !known.has(call.dataset.call));
  known = new Set(calls.map((call) => call.dataset.call));
  if (!fresh.length) return;
  said.textContent = fresh.map((call) => call.querySelector(".who").textContent).join("，");
  document.documentElement.dataset.chimed = String(Number(document.documentElement.dataset.chimed || 0) + Number(chime.play()));
});
