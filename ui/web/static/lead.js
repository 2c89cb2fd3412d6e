// The lead's page is drawn anew with all news: whoever has opened the figures goes on reading them.

let open = false;

document.body.addEventListener("htmx:beforeSwap", () => {
  const rows = document.getElementById("curve-rows");
  open = Boolean(rows && rows.open);
});
document.body.addEventListener("htmx:afterSwap", () => {
  const rows = document.getElementById("curve-rows");
  if (rows) rows.open = open;
});
