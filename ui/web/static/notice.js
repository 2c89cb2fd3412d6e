// 一次性告知单: printed by the browser, on A4 or on a roll; the page itself is the sheet.

const button = document.getElementById("print");
button.addEventListener("click", () => globalThis.print());
button.focus();
