// Runs before the first paint, so it cannot be a module. src/ui/appearance.ts keeps what it reads and
// sets the same attributes when a preference changes.
(function () {
  var chosen = {};
  try {
    chosen = JSON.parse(localStorage.getItem("chatter.appearance")) || {};
  } catch (_unreadable) {
    chosen = {};
  }
  var data = document.documentElement.dataset;
  function prefers(query) {
    return window.matchMedia("(" + query + ")").matches;
  }
  if (chosen.theme === "light" || chosen.theme === "dark") data.theme = chosen.theme;
  if (chosen.density === "compact") data.density = "compact";
  if (chosen.contrast === "more" || prefers("prefers-contrast: more")) data.contrast = "more";
  if (chosen.motion === "reduced" || prefers("prefers-reduced-motion: reduce")) data.motion = "reduced";
})();
