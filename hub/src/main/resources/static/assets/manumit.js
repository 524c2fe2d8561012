/* Pages work without this. It moves the clock, tells a lost connection and closes menus. */
"use strict";
(function () {
  const clock = document.getElementById("utc-time");
  const pad = (n) => String(n).padStart(2, "0");

  function tick() {
    const now = new Date();
    clock.textContent = pad(now.getUTCHours()) + ":" + pad(now.getUTCMinutes());
    clock.parentElement.setAttribute("datetime", now.toISOString());
  }

  const connection = document.getElementById("connection");

  function show(state) {
    if (!connection || connection.dataset.state === state) {
      return;
    }
    connection.dataset.state = state;
    connection.hidden = false;
    connection.querySelector(".connection-word").textContent = connection.dataset["word" + state];
    connection.querySelector("use").setAttribute("href", connection.dataset["icon" + state]);
  }

  // Without cookies: it must not keep a session alive that nobody uses.
  async function probe() {
    try {
      const answer = await fetch("/actuator/health/liveness", {cache: "no-store", credentials: "omit"});
      show(answer.ok ? "connected" : "lost");
    } catch (e) {
      show("lost");
    }
  }

  if (clock) {
    setInterval(tick, 1000);
  }
  if (connection) {
    probe();
    setInterval(probe, 30000);
    addEventListener("offline", () => show("lost"));
    addEventListener("online", probe);
  }

  const menus = () => document.querySelectorAll("details.menu[open]");
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      menus().forEach((menu) => {
        menu.open = false;
        menu.querySelector("summary").focus();
      });
    }
  });
  document.addEventListener("click", (event) => {
    menus().forEach((menu) => {
      if (!menu.contains(event.target)) {
        menu.open = false;
      }
    });
  });

  const summary = document.getElementById("error-summary");
  if (summary) {
    summary.focus();
  }
})();
