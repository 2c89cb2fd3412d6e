// A screen that is not paired yet: asks every three seconds what it shall show, and goes there.

const ASK_MS = 3000;
const FETCH_MS = 8000;
const at = (id) => document.getElementById(id);

async function ask() {
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), FETCH_MS);
  try {
    const response = await fetch("/screen/now", { signal: abort.signal, cache: "no-store" });
    if (!response.ok) throw new Error(String(response.status));
    const { page, code } = await response.json();
    if (page) location.replace(page);
    else if (code) at("code").textContent = code;
    at("lost").hidden = true;
  } catch {
    at("lost").hidden = false; // the line is down, or the hall is starting
  } finally {
    clearTimeout(timer);
    setTimeout(ask, ASK_MS);
  }
}

setTimeout(ask, ASK_MS);
