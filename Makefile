# run: the campus on http://127.0.0.1:3000 · test: everything · check: style, lints, licences · bench: the measurements
SHELL := bash
.PHONY: run test check bench

run:
	@scripts/run.sh
test:
	@scripts/test.sh
check:
	@scripts/check.sh
bench:
	@scripts/setup.sh bench && . scripts/env.sh && bench/run
