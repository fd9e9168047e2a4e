// Before the first paint, so no module; src/ui/appearance.ts sets the same later.
(function () {
  var chosen = readChosen();
  var root = document.documentElement;
  look(root.dataset);
  speak(document.currentScript.dataset);

  function readChosen() {
    try {
      return JSON.parse(localStorage.getItem("chatter.appearance")) || {};
    } catch (_unreadable) {
      return {};
    }
  }

  function look(data) {
    if (chosen.theme === "light" || chosen.theme === "dark") data.theme = chosen.theme;
    if (chosen.density === "compact") data.density = "compact";
    if (chosen.contrast === "more" || prefers("prefers-contrast: more")) data.contrast = "more";
    if (chosen.motion === "reduced" || prefers("prefers-reduced-motion: reduce")) data.motion = "reduced";
  }

  function prefers(query) {
    return window.matchMedia("(" + query + ")").matches;
  }

  // The script's attributes say where each language is; React Aria looks at the symbol.
  function speak(files) {
    var language = [String(chosen.language)]
      .concat(navigator.languages)
      .map((tag) => tag.split("-")[0])
      .find((tag) => tag === "en" || files[tag]);
    root.lang = window[Symbol.for("react-aria.i18n.locale")] = language || "en";
    if (!files[language]) return;
    if (language === "ar") root.dir = "rtl";
    var link = document.createElement("link");
    link.rel = "modulepreload";
    link.href = files[language];
    document.head.append(link);
  }
})();
