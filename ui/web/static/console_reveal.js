// 按住看全: the visitor's name and number stand there while a finger or a key holds the button, and are gone with it.
// Each hold asks the hall anew, which writes the look down; nothing of an answer is kept here.

import { pageProof } from "./live.js";

let held = 0; // counts holds: an answer to an earlier one is thrown away
let holding = false;

const button = () => document.querySelector("[data-reveal]");

/** Somebody is looking: the page is not drawn anew under them. */
export function isHeld() {
  return holding;
}

function put(told) {
  const box = document.getElementById("revealed");
  if (!box) return;
  for (const part of box.querySelectorAll("[data-revealed]")) part.textContent = told ? told[part.dataset.revealed] : "";
  box.hidden = !told;
  box.parentElement.classList.toggle("shown", Boolean(told));
}

async function ask(mine) {
  try {
    const answer = await fetch(button().dataset.reveal, {
      method: "POST",
      cache: "no-store",
      headers: { "Kapok-Page": "console", "Kapok-Proof": pageProof() },
    });
    const told = await answer.json();
    if (holding && mine === held) put(told);
  } catch (error) {
    if (holding && mine === held) put({ name: "", number: "", note: "没有问到，松开再按一次。" });
  }
}

function hold() {
  if (holding || !button()) return;
  holding = true;
  held += 1;
  ask(held);
}

/** Listen for as long as the page lives. `onRelease()` is called when nobody looks any more. */
export function startReveal(onRelease) {
  const release = () => {
    if (!holding) return;
    holding = false;
    put(null);
    onRelease();
  };
  const isKey = (event) => event.code === "Numpad9" || event.key === "9" || (document.activeElement === button() && (event.key === " " || event.key === "Enter"));
  document.addEventListener("pointerdown", (event) => {
    if (event.target.closest("[data-reveal]")) hold();
  });
  for (const name of ["pointerup", "pointercancel"]) document.addEventListener(name, release);
  document.addEventListener(
    "keydown",
    (event) => {
      if (!button() || event.ctrlKey || event.altKey || event.target.matches("input, textarea") || !isKey(event)) return;
      event.preventDefault();
      event.stopPropagation();
      if (!event.repeat) hold();
    },
    true,
  );
  document.addEventListener("keyup", release);
  for (const name of ["blur", "pagehide"]) addEventListener(name, release);
  document.addEventListener("visibilitychange", release);
  document.addEventListener("contextmenu", (event) => {
    if (event.target.closest("[data-reveal]")) event.preventDefault(); // a long touch is a look
  });
}
