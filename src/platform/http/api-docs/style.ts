/** The whole look of the page; no other file is loaded. */
export const STYLE = `
:root { color-scheme: light dark; --line: light-dark(#ddd9d0, #35373c); --soft: light-dark(#f3f1ec, #1d1f22);
  --ink: light-dark(#23211d, #e6e4df); --dim: light-dark(#6b675e, #9a978f); --accent: light-dark(#0b6b57, #6fd3b9); }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 62rem; padding: 2rem 1.25rem 6rem; color: var(--ink);
  background: light-dark(#fff, #131416); font: 16px/1.55 system-ui, sans-serif; }
h1, h2, h3 { line-height: 1.25; } h2 { margin-top: 3rem; border-bottom: 1px solid var(--line); }
a { color: var(--accent); } code, pre { font: 0.875em/1.5 ui-monospace, monospace; }
pre { background: var(--soft); padding: 0.75rem 1rem; overflow-x: auto; border-radius: 6px; }
nav ul { columns: 20rem; padding: 0; list-style: none; }
details { border: 1px solid var(--line); border-radius: 6px; margin: 0.5rem 0; scroll-margin-top: 1rem; }
details > div { padding: 0 1rem 1rem; }
summary { cursor: pointer; padding: 0.6rem 1rem; } summary code { font-weight: 600; }
summary span { color: var(--dim); margin-left: 0.5rem; }
.mark { border: 1px solid var(--line); border-radius: 1em; padding: 0 0.6em; font-size: 0.8em; }
table { border-collapse: collapse; width: 100%; table-layout: fixed; } caption { text-align: left; font-weight: 600; padding: 0.75rem 0 0.25rem; }
th, td { text-align: left; vertical-align: top; padding: 0.35rem 0.75rem 0.35rem 0; border-top: 1px solid var(--line); }
th { font-weight: 400; overflow-wrap: anywhere; } td:last-child { width: 55%; overflow-wrap: anywhere; } .dim { color: var(--dim); }
`;
