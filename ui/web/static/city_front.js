// The switch of the city's faults: one press, one question; what the city answers is what is shown.

const buttons = [...document.querySelectorAll("[data-fault]")];
const told = document.getElementById("told");

/** Whether a button stands for what is switched on. */
export function stands(wanted, faults) {
  const switched = ["down", "wrong", "duplicate", "out_of_order"];
  return switched.every((name) => Boolean(wanted[name]) === faults[name]) && Number(wanted.slow_s || 0) === faults.slow_s;
}

function show(faults) {
  for (const button of buttons) button.setAttribute("aria-pressed", String(stands(JSON.parse(button.dataset.fault), faults)));
}

async function turn(button) {
  try {
    const answer = await fetch("/faults", { method: "PUT", headers: { "Content-Type": "application/json" }, body: button.dataset.fault });
    if (!answer.ok) throw new Error(String(answer.status));
    show(await answer.json());
    told.textContent = `现在：${button.querySelector("b").textContent}`;
  } catch {
    told.textContent = "没有切换成，请再按一次";
  }
}

for (const button of buttons) button.addEventListener("click", () => turn(button));
