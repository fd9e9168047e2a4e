# Every task of the project; `make` alone lists them. Works with GNU make 3.81 and newer.

LOCAL_NODE := .tools/bin/node
# The machine's own Node if it is new enough.
NODE := $(if $(wildcard $(LOCAL_NODE)),$(LOCAL_NODE),$(shell \
  node -e 'process.exit(parseInt(process.versions.node) < 24 ? 1 : 0)' 2>/dev/null && echo node || echo $(LOCAL_NODE)))
BIN := node_modules/.bin
export PATH := $(CURDIR)/.tools/bin:$(PATH)
# What Node compiled, and the types it left out, for the next start; not in /tmp, where others could write.
export NODE_COMPILE_CACHE := $(CURDIR)/node_modules/.cache/node

# What a person sets in .env counts for what they start, never for tests. The environment wins over the file.
RUN := $(NODE) $(if $(wildcard .env),--env-file=.env)

NODE_INSTALLED := .tools/.installed
INSTALLED := node_modules/.installed
TEMPORAL_INSTALLED := engines/temporal/node_modules/.installed
WEB_BUILT := web/dist/index.html
# Folders are listed too: their time changes when a file is removed.
WEB_SOURCES := $(shell find web/src web/build web/worker web/public web/index.html web/vite.config.ts gen 2>/dev/null)

.PHONY: help
help: ## List the targets
	@awk -F ':.*## ' '/^##@/ { printf "\n%s\n", substr($$0, 5) } \
	  /^[a-z-]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' $(firstword $(MAKEFILE_LIST))

##@ Use

.PHONY: up down init demo migrate rebuild
up: deps web ## Start everything on http://localhost:3000 (PORT), in the foreground
	@$(RUN) cmd/server.ts

down: ## Stop the server that runs on ./data
	@$(RUN) tools/setup/down.ts

init: deps ## Delete everything in ./data after asking (FORCE=1 does not ask)
	@$(RUN) tools/setup/reset.ts $(if $(FORCE),--force)

demo: deps ## Fill the organisation with people, channels and 10,000 messages
	@$(RUN) cmd/ctl.ts demo

migrate: deps ## Bring the database to the newest schema
	@$(RUN) cmd/ctl.ts migrate

rebuild: deps ## Make what is read of messages anew from their logs (AFTER=chn_… goes on after that channel)
	@$(RUN) cmd/ctl.ts rebuild $(AFTER)

##@ Work

.PHONY: dev deps lock web generate openapi format hooks clean
dev: deps ## Run server and web client, restarting when a file changes
	@$(RUN) tools/setup/dev.ts

deps: $(INSTALLED) ## Install exactly what the lock file names

lock: ## Resolve package-lock.json after package.json changed, for every platform
	@$(NODE) tools/lock/main.ts
	@$(NODE) tools/lock/main.ts engines/temporal

web: $(WEB_BUILT) ## Build the web client when its sources changed

generate: deps ## Generate code from proto/, context pages from the manifests, .env.example
	@$(NODE) tools/generate/main.ts

openapi: deps ## Generate docs/api/openapi.json from proto/
	@$(NODE) tools/generate/main.ts openapi

format: deps ## Format every file
	@$(BIN)/biome check --write

hooks: ## Run `make ready` before every commit
	@$(NODE) tools/setup/hooks.ts

clean: ## Remove what can be made again (never ./data)
	rm -rf node_modules engines/temporal/node_modules web/node_modules web/dist coverage .tools

##@ Engines of large installations

.PHONY: engines engines-up engines-down temporal
engines: deps ## Bring what is missing of PostgreSQL, Redis, SpiceDB and the others, once for all clones
	@$(NODE) tools/engines/main.ts get

engines-up: deps ## Run them on loopback until engines-down, and print the settings that lead to them
	@$(NODE) tools/engines/main.ts up

engines-down: deps ## Stop them; what they keep stays
	@$(NODE) tools/engines/main.ts down

temporal: deps $(TEMPORAL_INSTALLED) ## Bring Temporal's client, for TEMPORAL_ADDRESS: 263 MB that nothing else needs

##@ Check

.PHONY: test unit integration browser test-engines ready check-format lint types boundaries fresh unused first-load bench
test: deps web ## Run all tests; the browser's only where a Chromium is found
	@$(NODE) tools/test/main.ts unit web integration browser

unit: deps ## Run the tests that need neither database nor browser
	@$(NODE) tools/test/main.ts unit web

integration: deps ## Run the tests on a real embedded PostgreSQL
	@$(NODE) tools/test/main.ts integration

browser: deps web ## Run the tests in Chromium
	@$(NODE) tools/test/main.ts browser

test-engines: deps temporal ## Run the tests that need real engines (make engines); a missing one is a failure
	@$(BIN)/tsc -p engines/temporal/tsconfig.json
	@$(NODE) tools/test/main.ts engines

ready: check-format lint types boundaries fresh unused unit ## Everything that must hold before a commit

check-format: deps
	@$(BIN)/biome check --error-on-warnings

lint: deps ## Look for mistakes and for code that grew too large
	@$(BIN)/oxlint --type-aware --deny-warnings
	@$(BIN)/buf lint

types: deps ## Check the types of server, web client, its worker and browser tests
	@$(BIN)/tsc -p tsconfig.json
	@$(BIN)/tsc -p web/tsconfig.json
	@$(BIN)/tsc -p web/worker/tsconfig.json
	@$(BIN)/tsc -p tests/browser/tsconfig.json

boundaries: deps ## Check who may import, read or call what
	@$(NODE) tools/boundaries/main.ts

fresh: deps ## Check that everything generated is up to date
	@$(NODE) tools/generate/main.ts --check

unused: deps ## Look for exports, files and dependencies that nobody uses
	@$(BIN)/knip

first-load: deps web ## Weigh what must arrive before a channel can be shown; fails over its budget
	@$(NODE) web/build/check-first-load.ts

bench: deps web ## Measure, and print the limits measured in the same run
	@$(RUN) bench/main.ts

# What the targets above stand on.

ifeq ($(NODE),$(LOCAL_NODE))
$(INSTALLED) down hooks lock: | $(NODE_INSTALLED)
endif

$(NODE_INSTALLED): tools/setup/install-node.sh
	@sh tools/setup/install-node.sh
	@touch $@

$(INSTALLED): package-lock.json
	npm ci --ignore-scripts --no-audit --no-fund
	@touch $@

$(TEMPORAL_INSTALLED): engines/temporal/package-lock.json | $(INSTALLED)
	npm ci --prefix engines/temporal --ignore-scripts --no-audit --no-fund
	@touch $@

$(WEB_BUILT): $(WEB_SOURCES) $(INSTALLED)
	$(BIN)/vite build web --logLevel warn
	@touch $@
