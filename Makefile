# Everything that people do with the project. `make help` lists it.

APUS_DIR ?= $(CURDIR)/.apus
PORT ?= 6443
MINUTES ?= 30
# Swift's own libraries inside: a program runs where no Swift is installed, and calls them without a detour.
RELEASE = -c release --static-swift-stdlib
SWIFT_FORMAT_PATHS = $(shell find Sources Tests Package.swift -name '*.swift' -not -path '*/Generated/*')

.DEFAULT_GOAL := help
.PHONY: help up down clean build release check format generate images test peers soak bench

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' Makefile

build: ## a debug build of everything
	@.make/packages build
	swift build

release: ## the release binaries: apus, apusctl, apus-load
	@.make/packages build
	swift build $(RELEASE) --product apus
	swift build $(RELEASE) --product apusctl
	swift build $(RELEASE) --product apus-load

check: ## formatting, layers, generated files (the build itself treats warnings as errors)
	@.make/layering
	@if command -v shellcheck >/dev/null; then shellcheck $$(grep -lE '^#!.*(bash|/sh)' .make/* .ci/* examples/images/web/bin/*); fi
	@python3 proto/generate.py --check
	@swift format lint --strict --parallel $(SWIFT_FORMAT_PATHS)

format: ## format the sources
	@swift format --in-place --parallel $(SWIFT_FORMAT_PATHS)

generate: ## make the schema tables and typed views from proto/
	python3 proto/generate.py

test: ## all tests: checks, Swift, and peers that are not ours
	@.make/packages build run test
	@$(MAKE) --no-print-directory check
	swift build --build-tests
	@.make/tests

peers: ## the Python peers' tests alone, against the debug build
	APUS_BINARIES=$(CURDIR)/.build/debug "$$(.make/venv)" -m pytest -q -p no:cacheprovider Tests/peers

soak: ## promises on new seeds, abuse and load in turns, against release binaries: MINUTES=30
	@.make/packages build run test
	@$(MAKE) --no-print-directory release
	@.make/soak $(MINUTES)

bench: ## measure, beside the targets and a bare nghttp2 loop; ONLY="codec fanout" runs parts, STRICT=1 fails on a miss
	@.make/packages build
	swift build $(RELEASE) --product apus
	swift build $(RELEASE) --product apus-bench
	swift build $(RELEASE) --product bare-loop
	@rm -rf .build/bench
	@.build/release/apus-bench --folder .build/bench $(if $(filter 1,$(STRICT)),--strict) $(ONLY)

images: ## pack the images that the cluster and the examples need
	@.make/packages run
	@.make/images "$(APUS_DIR)/images"

up: ## install what is missing, build, and start the cluster
	@echo "==> packages"
	@.make/packages build run
	@echo "==> build"
	@$(MAKE) --no-print-directory release
	@echo "==> images"
	@.make/images "$(APUS_DIR)/images"
	@echo "==> cluster"
	@.make/up "$(APUS_DIR)" "$(PORT)"

down: ## end the cluster; its state stays in $(APUS_DIR)
	@if [ ! -d "$(APUS_DIR)" ]; then echo "there is no cluster in $(APUS_DIR)"; \
	elif [ -x .build/release/apus ]; then .build/release/apus down --data-dir "$(APUS_DIR)"; \
	elif [ -e "$(APUS_DIR)/containerd/config.toml" ]; then \
		echo "apus is not built, which ends the cluster in $(APUS_DIR): make release" >&2; exit 1; \
	fi

clean: down ## end the cluster and remove its state and the build
	rm -rf "$(APUS_DIR)" .build
