/* The queue works without this. It keeps clocks going, hears of changes, and takes keys. */
"use strict";
(function () {
  const main = document.querySelector("main.hits");
  const said = document.getElementById("hits-said");
  const alarm = document.getElementById("hits-alarm");

  // Clocks run on the device; only a change of state is said aloud.
  function apart(millis) {
    const minutes = Math.floor(Math.abs(millis) / 60000);
    const hours = Math.floor(minutes / 60);
    return hours > 0
      ? main.dataset.wordhours.replace("%h", hours).replace("%m", String(minutes % 60).padStart(2, "0"))
      : main.dataset.wordminutes.replace("%m", minutes);
  }

  function look(from, due, now) {
    if (now >= due) {
      return "late";
    }
    return (due - now) * 4 < due - from ? "soon" : "waiting";
  }

  function run(clock, now) {
    const from = Number(clock.dataset.from);
    const due = Number(clock.dataset.due);
    const state = look(from, due, now);
    const words = state === "late" ? main.dataset.wordlate : main.dataset.wordleft;
    clock.querySelector(".clock-words").textContent = words.replace("%", apart(due - now));
    clock.querySelector("progress").value = state === "late" ? 100 : (100 * (due - now)) / Math.max(1, due - from);
    if (!clock.classList.contains("clock-" + state)) {
      clock.classList.remove("clock-waiting", "clock-soon", "clock-late");
      clock.classList.add("clock-" + state);
      clock.querySelector("use").setAttribute("href", main.dataset["icon" + state]);
      const line = clock.closest("a");
      if (line && state !== "waiting") {
        const name = line.querySelector("b").textContent;
        (state === "late" ? alarm : said).textContent = main.dataset[state].replace("%", name);
      }
    }
  }

  function tick() {
    const now = Date.now();
    main.querySelectorAll(".clock[data-due]").forEach((clock) => run(clock, now));
  }

  // Changes: told by the hub, or, without that, asked for now and then.
  const queue = () => document.getElementById("queue");
  let focused = null;

  function changed() {
    const line = document.activeElement && document.activeElement.closest("#queue a[data-hit]");
    focused = line ? line.dataset.hit : null;
    queue().dispatchEvent(new Event("hits-changed"));
  }

  document.body.addEventListener("htmx:afterSwap", () => {
    tick();
    if (focused) {
      const line = queue().querySelector('a[data-hit="' + focused + '"]');
      if (line) {
        line.focus();
      }
    }
    const one = document.querySelector("article.one");
    const line = queue().querySelector(".shown a[data-hit]");
    const note = document.getElementById("changed");
    if (one && note && (!line || line.dataset.version !== one.dataset.version)) {
      note.hidden = false;
      said.textContent = note.innerText;
    }
  });

  let polling = null;

  function poll(on) {
    if (on && !polling) {
      polling = setInterval(changed, 30000);
    }
    if (!on && polling) {
      clearInterval(polling);
      polling = null;
    }
  }

  function listen() {
    if (!window.EventSource) {
      poll(true);
      return;
    }
    const events = new EventSource("/api/v1/hits/events");
    let lost = false;
    events.addEventListener("open", () => {
      poll(false);
      if (lost) {
        changed();
      }
      lost = false;
    });
    events.addEventListener("changed", changed);
    events.addEventListener("over", () => {
      events.close();
      poll(false);
      location.assign("/sign-in");
    });
    events.addEventListener("error", () => {
      lost = true;
      poll(true);
    });
    addEventListener("pagehide", () => events.close());
  }

  // Keys: single letters, outside of fields, unless switched off. None of them ends anything.
  const box = document.getElementById("keys-on");
  const store = "manumit-single-letters";
  try {
    box.checked = localStorage.getItem(store) !== "off";
    box.addEventListener("change", () => localStorage.setItem(store, box.checked ? "on" : "off"));
  } catch (e) {
    // Without storage the choice holds for this page.
  }

  function move(step) {
    const lines = [...queue().querySelectorAll("a[data-hit]")];
    const at = lines.findIndex((line) => line === document.activeElement);
    const from = at >= 0 ? at : lines.findIndex((line) => line.getAttribute("aria-current"));
    const next = lines[Math.min(lines.length - 1, Math.max(0, from + step))];
    if (next) {
      next.focus();
    }
  }

  function open(id) {
    const more = document.getElementById(id);
    if (more) {
      more.open = true;
      const field = more.querySelector("textarea, select, input:not([type=hidden])");
      (field || more.querySelector("summary")).focus();
    }
  }

  function step() {
    const form = document.getElementById("primary");
    if (form) {
      const field = form.querySelector("input:not([type=hidden]), textarea, select") || form.querySelector("button");
      field.focus();
      form.scrollIntoView({block: "nearest"});
    }
  }

  const keys = {j: () => move(1), k: () => move(-1), r: step, m: () => open("message"), h: () => open("hand-over"), "?": () => open("keys")};

  document.addEventListener("keydown", (event) => {
    const field = event.target.closest("textarea, select, input:not([type=radio]):not([type=checkbox]), [contenteditable]");
    const key = event.key.length === 1 ? event.key.toLowerCase() : "";
    if (field || event.ctrlKey || event.altKey || event.metaKey || !keys[key] || !box.checked) {
      return;
    }
    event.preventDefault();
    keys[key]();
  });

  tick();
  setInterval(tick, 1000);
  listen();
})();
