
"use strict";
(() => {
  const PAGE = 50;
  const NAMES = ["Line", "Number", "Operation", "Outcome", "Code", "What happened", "What to do"];
  const table = document.getElementById("rows");
  if (!table) {
    return;
  }

  // The rows are parsed when they are first needed: the text of the page is there before.
  let loaded;
  const load = () => {
    if (loaded) {
      return loaded;
    }
    const { all, codes, rows } = JSON.parse(document.getElementById("data").textContent);
    loaded = {
      all,
      codes,
      rows: rows.map(([line, number, word, code, message = "", advice = ""]) => {
        const [name, outcome, usual] = codes[code];
        return [line, number, word, outcome, name, message, advice || usual];
      }),
      urgency: rows.map((row) => codes[row[3]][3]),
    };
    loaded.order = Array.from(loaded.rows.keys());
    return loaded;
  };

  const state = { words: "", only: "", column: -1, down: false, page: 0, found: [] };

  const make = (name, text, attributes = {}) => {
    const element = document.createElement(name);
    element.textContent = text;
    for (const [key, value] of Object.entries(attributes)) {
      element.setAttribute(key, value);
    }
    return element;
  };

  let texts;
  const find = () => {
    const { rows, order, codes, urgency } = load();
    const none = Math.max(...codes.map((code) => code[3]));
    const words = state.words.toLowerCase().split(/\s+/).filter(Boolean);
    if (words.length > 0) {
      texts ||= rows.map((row) => row.join("\n").toLowerCase());
    }
    const chosen = (i) =>
      !state.only || (state.only === "!" ? urgency[i] !== none : rows[i][3] === state.only || rows[i][4] === state.only);
    state.found = order.filter((i) => chosen(i) && words.every((word) => texts[i].includes(word)));
    const c = state.column;
    if (c >= 0) {
      const way = state.down ? -1 : 1;
      state.found.sort((a, b) => {
        const x = rows[a][c];
        const y = rows[b][c];
        return x < y ? -way : x > y ? way : a - b;
      });
    }
    state.page = 0;
  };

  const shown = make("p", "", { id: "shown", class: "soft", role: "status" });
  const place = make("label", "Page ");
  const at = make("input", "", { type: "number", min: 1, value: 1, inputmode: "numeric" });
  place.append(at);
  const turns = [
    ["First", () => 0],
    ["Previous", () => state.page - 1],
    ["Next", () => state.page + 1],
    ["Last", () => pages() - 1],
  ].map(([name, to]) => {
    const button = make("button", name, { type: "button" });
    button.addEventListener("click", () => turn(to()));
    return button;
  });

  const pages = () => Math.max(1, Math.ceil(state.found.length / PAGE));
  const count = (number) => number.toLocaleString("en-US");

  const turn = (page) => {
    state.page = Math.min(Math.max(page, 0), pages() - 1);
    show();
  };

  const show = () => {
    const { all, rows } = load();
    const from = state.page * PAGE;
    const some = state.found.slice(from, from + PAGE);
    table.tBodies[0].replaceChildren(
      ...some.map((i) => {
        const row = make("tr", "", { role: "row" });
        row.append(
          ...rows[i].map((text, c) =>
            c === 0
              ? make("th", text, { scope: "row", role: "rowheader", "data-name": NAMES[c] })
              : make("td", text, { role: "cell", dir: "auto", "data-name": NAMES[c] })
          )
        );
        return row;
      })
    );
    const held = rows.length < all ? ` This page holds the ${count(rows.length)} most urgent of ${count(all)} rows; report.csv has all.` : "";
    shown.textContent =
      some.length === 0
        ? `No row matches.${held}`
        : `Rows ${count(from + 1)} to ${count(from + some.length)} of ${count(state.found.length)} that match.${held}`;
    document.getElementById("extent").textContent = `Page ${count(state.page + 1)} of ${count(pages())}; report.csv has all rows in the order of the file`;
    at.max = pages();
    at.value = state.page + 1;
    turns.forEach((button, i) => {
      button.disabled = i < 2 ? state.page === 0 : state.page === pages() - 1;
    });
    Array.from(table.tHead.rows[0].cells).forEach((head, c) => {
      if (c === state.column) {
        head.setAttribute("aria-sort", state.down ? "descending" : "ascending");
      } else {
        head.removeAttribute("aria-sort");
      }
    });
  };

  const refresh = () => {
    find();
    show();
  };

  const filter = make("input", "", { id: "filter", type: "search", autocomplete: "off", spellcheck: "false" });
  filter.addEventListener("input", () => {
    state.words = filter.value;
    refresh();
  });
  const only = make("select", "", { id: "only" });
  only.addEventListener("change", () => {
    state.only = only.value;
    refresh();
  });

  const choices = () => {
    const { rows, codes } = load();
    const counts = new Map();
    rows.forEach((row) => [row[3], row[4]].forEach((key) => counts.set(key, (counts.get(key) || 0) + 1)));
    only.append(make("option", "All rows", { value: "" }), make("option", "What needs a person", { value: "!" }));
    for (const [label, keys] of [
      ["Outcome", Array.from(new Set(codes.map((code) => code[1])))],
      ["Code", codes.map((code) => code[0])],
    ]) {
      const group = make("optgroup", "", { label });
      group.append(
        ...keys.filter((key) => counts.has(key)).map((key) => make("option", `${key} (${count(counts.get(key))})`, { value: key }))
      );
      only.append(group);
    }
  };

  const start = () => {
    const tools = document.getElementById("tools");
    const search = make("label", "Search in all columns");
    search.append(filter);
    const choice = make("label", "Show");
    choice.append(only);
    tools.append(search, choice, shown);
    const pager = document.getElementById("pager");
    pager.append(turns[0], turns[1], place, turns[2], turns[3]);
    at.addEventListener("change", () => turn(Number.parseInt(at.value, 10) - 1 || 0));
    Array.from(table.tHead.rows[0].cells).forEach((head, c) => {
      const button = make("button", head.textContent, { type: "button" });
      button.addEventListener("click", () => {
        state.down = state.column === c && !state.down;
        state.column = c;
        refresh();
      });
      head.replaceChildren(button);
    });
    document.querySelectorAll("a[data-code]").forEach((link) =>
      link.addEventListener("click", () => {
        only.value = state.only = link.dataset.code;
        filter.value = state.words = "";
        refresh();
      })
    );
    choices();
    refresh();
    tools.hidden = false;
    pager.hidden = false;
    document.documentElement.dataset.ready = "yes";
  };

  requestAnimationFrame(() => setTimeout(start));
})();
