// Runs in the page that is measured.
const answer = (request) =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

globalThis.recorder = {
  starts: [],
  isRunning: false,

  /** Begins to note when each frame begins. */
  start() {
    this.starts = [];
    this.isRunning = true;
    const tick = (now) => {
      this.starts.push(now);
      if (this.isRunning) requestAnimationFrame(tick);
    };
    requestAnimationFrame(tick);
  },

  /** Ends it; answers how long each frame took, in milliseconds. */
  stop() {
    this.isRunning = false;
    return this.starts.slice(1).map((at, index) => at - this.starts[index]);
  },

  /** Presses what a selector finds, by its label if that matters; the milliseconds until a message is painted. */
  async press(selector, message, label = "") {
    const began = performance.now();
    const found = [...document.querySelectorAll(selector)].find((it) => it.textContent.includes(label));
    found.click();
    while (!this.isShown(message)) await this.frame();
    // The frame in which it stands is on screen when the next one begins.
    await this.frame();
    return performance.now() - began;
  },

  /** The milliseconds from the beginning of the page until a message with this text is painted. */
  async readable(message) {
    while (!this.isShown(message)) await this.frame();
    await this.frame();
    return performance.now();
  },

  /** Waits until a channel's messages are kept on the device. */
  async kept() {
    for (;;) {
      for (const { name } of await indexedDB.databases()) {
        const database = await answer(indexedDB.open(name));
        const logs = await answer(database.transaction("logs").objectStore("logs").count());
        database.close();
        if (logs > 0) return;
      }
      await this.frame();
    }
  },

  isShown(text) {
    return this.rows().some((row) => row.textContent.includes(text));
  },

  rows() {
    return [...document.querySelectorAll("main [role=article]")];
  },

  /** Where each message that can be seen stands, once the list has come to rest. */
  async restingTops() {
    const view = document.querySelector("main [role=region]").getBoundingClientRect();
    for (let before = ""; ; ) {
      const places = this.rows().map((row) => [row.dataset.key, row.getBoundingClientRect().top]);
      const tops = Object.fromEntries(places.filter(([, top]) => top >= view.top && top < view.bottom));
      const now = JSON.stringify(tops);
      if (now === before) return tops;
      before = now;
      for (let frames = 0; frames < 3; frames += 1) await this.frame();
    }
  },

  frame() {
    return new Promise((resolve) => requestAnimationFrame(resolve));
  },
};
