// Why a press did not count stands until it can have been read. News come right after it (what was wanted is somebody
// else's now), and the console that they draw knows nothing of the press.

const READ_MS = 5000;

let refusal = null;
let until = 0;

/** After each drawing of the stage; `news`: nobody pressed, the hall had something new. */
export function keepRefusal(stage, news) {
  const here = stage.querySelector('.alert[role="alert"]');
  if (!news) {
    refusal = here && here.cloneNode(true);
    until = Date.now() + READ_MS;
    if (refusal) refusal.removeAttribute("role"); // it was read aloud once
  } else if (refusal && !here && Date.now() < until) {
    stage.querySelector("main")?.prepend(refusal);
  }
}
