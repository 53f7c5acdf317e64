
"use strict";
(() => {
  const box = document.getElementById("filter");
  if (!box) {
    return;
  }
  const lines = Array.from(document.querySelectorAll("#rows tbody tr"), (row) => ({
    row,
    text: row.textContent.toLowerCase(),
  }));
  const shown = document.getElementById("shown");
  box.closest(".search").hidden = false;
  box.addEventListener("input", () => {
    const words = box.value.toLowerCase().split(/\s+/).filter(Boolean);
    let count = 0;
    for (const { row, text } of lines) {
      row.hidden = !words.every((word) => text.includes(word));
      count += row.hidden ? 0 : 1;
    }
    shown.textContent = `${count} of ${lines.length} rows match`;
  });
})();
