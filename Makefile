# Everything that people do with the project. `make help` lists it.

APUS_DIR ?= $(CURDIR)/.apus
PORT ?= 6443
SWIFT_FORMAT_PATHS = $(shell find Sources Tests Package.swift -name '*.swift' -not -path '*/Generated/*')

.DEFAULT_GOAL := help
.PHONY: help up down clean build release check format generate test peers bench

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' Makefile

build: ## a debug build of everything
	@.make/packages build
	swift build

release: ## the release binaries: apus, apusctl, apus-load
	@.make/packages build
	swift build -c release --product apus
	swift build -c release --product apusctl
	swift build -c release --product apus-load

check: ## formatting, layers, generated files (the build itself treats warnings as errors)
	@.make/layering
	@python3 proto/generate.py --check
	@swift format lint --strict --parallel $(SWIFT_FORMAT_PATHS)

format: ## format the sources
	@swift format --in-place --parallel $(SWIFT_FORMAT_PATHS)

generate: ## make the schema tables and typed views from proto/
	python3 proto/generate.py

test: ## all tests: checks, Swift, and peers that are not ours
	@.make/packages build test
	@$(MAKE) --no-print-directory check
	swift build --build-tests
	APUS_PYTHON="$$(.make/venv)" swift test --skip-build --parallel
	@$(MAKE) --no-print-directory peers

peers: ## the Python peers' tests against the debug build
	APUS_BINARIES=$(CURDIR)/.build/debug "$$(.make/venv)" -m pytest -q -p no:cacheprovider Tests/peers
