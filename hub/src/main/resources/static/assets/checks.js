/* The check desk by keyboard. The page works without this: Enter makes a line, the button checks. */
"use strict";
(function () {
  const desk = document.querySelector("[data-desk]");
  if (!desk) {
    return;
  }
  const form = document.getElementById("check-form");
  const input = document.getElementById("scan");
  const letters = document.querySelector("[data-single-letters]");
  const LETTERS = "manumit.single-letters";
  /* A scanner types faster than anybody: letters that follow each other so soon are no keys. */
  const SCAN_MILLIS = 70;
  let burst = "";
  let pending = null;
  let current = 0;

  letters.checked = localStorage.getItem(LETTERS) !== "off";
  letters.addEventListener("change", () => {
    localStorage.setItem(LETTERS, letters.checked ? "on" : "off");
  });

  /* Lines that a zone of this first line has; 1 for a name. */
  function linesWanted(first) {
    return !first.includes("<") ? 1 : first.length <= 32 ? 3 : 2;
  }

  function isComplete() {
    const lines = input.value.split("\n").map((line) => line.trim()).filter((line) => line);
    return lines.length > 0 && lines.length >= linesWanted(lines[0]);
  }

  input.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing && isComplete()) {
      event.preventDefault();
      form.requestSubmit();
    }
  });

  function focusInput() {
    input.focus();
    input.select();
  }

  /* Back to an empty desk, without leaving the page. */
  function next() {
    form.reset();
    input.value = "";
    form.querySelectorAll("input[type=text], input:not([type])").forEach((field) => {
      field.value = "";
    });
    document.querySelectorAll("#answer > *, #understood > *").forEach((part) => part.remove());
    current = 0;
    history.replaceState(null, "", "/check");
    focusInput();
  }

  document.querySelector("[data-next]").addEventListener("click", (event) => {
    event.preventDefault();
    next();
  });

  const open = () => [...document.querySelectorAll(".candidate")];

  function show(step) {
    const all = open();
    if (all.length === 0) {
      return;
    }
    current = (current + step + all.length) % all.length;
    const candidate = all[current];
    candidate.setAttribute("tabindex", "-1");
    candidate.focus();
  }

  /* What a letter opens: of the candidate in view, if it is about one. */
  function unfold(key) {
    const all = [...document.querySelectorAll("#steps [data-key='" + key + "']")];
    const part = all[Math.min(current, all.length - 1)];
    if (!part) {
      return;
    }
    part.open = true;
    const field = part.querySelector("select, input:not([type=hidden]), button");
    (field || part.querySelector("summary")).focus();
  }

  function act(key) {
    switch (key) {
      case "j":
        show(document.activeElement && document.activeElement.matches(".candidate") ? 1 : 0);
        break;
      case "k":
        show(-1);
        break;
      case "?": {
        const keys = document.querySelector("[data-keys]");
        keys.open = !keys.open;
        keys.querySelector("summary").focus();
        break;
      }
      default:
        unfold(key);
    }
  }

  const isField = (target) => target.matches("input, textarea, select, [contenteditable]");

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) {
      return;
    }
    if (event.key === "Escape" && !document.querySelector("details.menu[open]")) {
      const decision = document.querySelector("#steps details.decision[open]");
      if (decision && decision.contains(document.activeElement)) {
        decision.open = false;
        decision.querySelector("summary").focus();
      } else {
        next();
      }
      return;
    }
    if (isField(event.target) || event.key.length !== 1) {
      return;
    }
    clearTimeout(pending);
    burst += event.key;
    if (burst.length > 1) {
      /* A scan that missed the field. */
      event.preventDefault();
      input.value = burst;
      burst = "";
      input.focus();
      return;
    }
    pending = setTimeout(() => {
      const key = burst.toLowerCase();
      burst = "";
      if (letters.checked && "nadvjk?".includes(key)) {
        act(key);
      }
    }, SCAN_MILLIS);
  });

  /* After an answer the next scan replaces what stands in the field. */
  document.body.addEventListener("htmx:afterSettle", () => {
    current = 0;
    if (document.activeElement === document.body || document.activeElement === input) {
      focusInput();
    }
  });

  /* Problems of the input are answered with 400 and shown like any answer. */
  document.body.addEventListener("htmx:beforeSwap", (event) => {
    if (event.detail.xhr.status === 400) {
      event.detail.shouldSwap = true;
      event.detail.isError = false;
    } else if (event.detail.xhr.status >= 300) {
      /* Whatever else it is: as a page, which says what to do. */
      event.detail.shouldSwap = false;
      form.removeAttribute("hx-post");
      form.submit();
    }
  });
})();
