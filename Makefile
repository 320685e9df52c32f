# Each target is one plain step; the work is in scripts/, site_config/ and checker/.
export NO_MKDOCS_2_WARNING := 1
# Some images forbid Python to keep what it compiled: then each process compiles it all anew.
unexport PYTHONDONTWRITEBYTECODE
PY := .venv/bin/python
ENGINES ?= chromium firefox webkit
# Test files side by side; each worker has a server and a browser of its own.
JOBS ?= 2
TSC := node_modules/.bin/tsc
# What `make check-engine` tests: the engine, and that imports point one way.
CHECK_TESTS ?= tests/checker tests/questionnaire/test_reading_time.py tests/test_import_order.py
# The words a person typed, with every sign in them: quotes, dollars, backticks.
as-typed = '$(subst ','\'',$(value $1))'

.DEFAULT_GOAL := help
.PHONY: help serve build test test-browsers lint check check-content rules-list bench doctor audit release load mutants rules-diff rules-shares launch-check stats brochure new preview center strings edit clean-photos addresses check-links spelling stale setup setup-test setup-audit setup-servers setup-browsers lock format clean

help: ## list what can be done
	@awk -F ' ## ' '/^[a-z-]+:.* ## / {sub(/:.*/, "", $$1); printf "%-14s %s\n", $$1, $$2}' Makefile

serve: setup ## the site on http://127.0.0.1:8000/, rebuilt at each change
	@$(PY) -m site_config.pipeline.serve

build: setup ## write site/, ready to upload
	@$(PY) -m mkdocs build --strict

test: setup-test lint build ## everything that must hold
	@$(PY) -m pytest -n $(JOBS) --dist loadfile --no-loadscope-reorder

test-browsers: setup-browsers build ## the whole self-check in Chromium, Firefox and WebKit
	@ENGINES="$(ENGINES)" $(PY) -m pytest tests/browser/engines \
	  $(if $(filter chromium,$(ENGINES)),tests/browser/test_selfcheck_states.py)

bench: setup-test build ## measure speed and size beside stock Pyodide, PyScript, SurveyJS
	@npm --prefix benchmarks ci --ignore-scripts --no-audit --no-fund --silent
	@$(PY) -m benchmarks.run
	@$(PY) -m benchmarks.build_speed

doctor: setup ## ask a host which promises it breaks: make doctor URL=https://example.org/
	@$(PY) -m site_config.hosting.doctor "$(URL)"

audit: setup-test setup-audit setup-servers build ## Lighthouse, pa11y, Nu, html-validate; report in dist/audit/
	@$(PY) -m scripts.audit

release: setup-test $(if $(filter no,$(AUDIT)),,setup-audit) setup-servers lint ## dist/site-DATE.tar.gz, checked and audited: make release [PUBLIC=1] [DUE=1]
	@$(PY) -m scripts.release build $(if $(filter 1,$(DUE)),due) && $(if $(filter no,$(AUDIT)),,$(PY) -m scripts.audit &&) $(PY) -m scripts.release pack $(if $(filter no,$(AUDIT)),unaudited) $(if $(filter 1,$(PUBLIC)),public)

.PHONY: deploy go-back nightly codeowners approvals
deploy: setup ## put the newest release online: HOST=netlify, cloudflare-pages, github-pages or rsync
	@$(PY) -m scripts.ci.deploy online $(ARCHIVE)

go-back: setup ## put the release online that was there before, at the same HOST
	@$(PY) -m scripts.ci.deploy back

nightly: setup ## put online what is due, and list what is stale
	@$(PY) -m scripts.ci.nightly

codeowners: setup ## write .github/CODEOWNERS from content/_data/people.yml
	@$(PY) -m scripts.ci.code_owners

approvals: setup ## who wrote and who approved what, and signed pages that changed since
	@$(PY) -m scripts.ci.approvals

launch-check: setup ## what the center owes visitors and the law before the site goes public
	@$(PY) -m scripts.launch_check

stats: setup ## page views and missing pages, from a server's log: make stats LOG=access.log
	@$(PY) -m scripts.page_views $(LOG)

brochure: setup-test build ## a page as PDF, with a QR code that leads to it: make brochure PAGE=cost/index.md
	@$(PY) -m scripts.brochure $(call as-typed,PAGE)

load: setup-servers build ## a thousand clients on nginx and Caddy, on this machine only
	@$(PY) -m scripts.load

mutants: setup-test ## change the rules in every small way, and see that a test notices
	@HYPOTHESIS_PROFILE=mutants STATES_STEP=97 $(PY) -m mutmut run && $(PY) -m mutmut results

rules-shares: setup ## what share of a made-up crowd ends in each row
	@$(PY) -m scripts.rules_shares

rules-diff: setup ## who ends differently since the last commit: make rules-diff SINCE=v1
	@$(PY) -m scripts.rules_diff $(or $(SINCE),HEAD)

check: lint check-content spelling check-engine ## the quick checks: style, types, content, spelling, the engine; no browser

.PHONY: check-engine
check-engine: setup-test ## the tests of the engine
	@$(PY) -m pytest -n $(JOBS) --dist worksteal -q $(CHECK_TESTS)

new: setup ## start an article: make new TITLE="Your first week" SECTION=start [FROM=file.docx], or LANGUAGE=es PAGE=cost/denied.md
	@$(if $(PAGE),$(PY) -m site_config.authoring.new_translation -- $(call as-typed,LANGUAGE) $(call as-typed,PAGE),$(PY) -m site_config.authoring.new_article --section $(or $(SECTION),iop) $(if $(FROM),--from $(call as-typed,FROM)) -- $(call as-typed,TITLE))

.PHONY: rename
rename: setup ## another name for a page, its translation and all links: make rename PAGE=start/court.md TO=start/court-ordered.md
	@$(PY) -m site_config.authoring.rename_page -- $(call as-typed,PAGE) $(call as-typed,TO)

preview: setup-test build ## changed pages, before and after: make preview [REF=main]
	@$(PY) -m scripts.preview $(or $(REF),main)

center: setup ## make the site another center's: make center NAME="Willow Center"
	@$(PY) -m site_config.settings.new_center "$(NAME)"

strings: setup ## collect the words to translate into locale/: make strings [LANGUAGE=es]
	@$(PY) -m site_config.translation.strings $(LANGUAGE)

edit: setup ## write in the browser, on this computer only
	@$(PY) -m site_config.authoring

clean-photos: setup ## take place, time and device out of the photos under content/
	@$(PY) -m site_config.authoring.clean_photos

addresses: setup ## add the addresses of new pages to the list of those that were published
	@$(PY) -m site_config.authoring.published

check-links: setup ## ask for every page of others that ours link to; never part of a build
	@$(PY) -m scripts.check_links

spelling: setup-test ## misspelled words in pages, data, the self-check and the guides
	@$(PY) -m scripts.spelling

check-content: setup ## issues in pages and data: file, line, fix; of one page: make check-content PAGE=start/first-week.md
	@$(PY) -m site_config.linter $(if $(PAGE),--page $(call as-typed,PAGE))

rules-list: setup ## write docs/linter-rules.md from the linter's rules
	@$(PY) -m site_config.linter rules

stale: setup ## pages and facts that are due for another look
	@$(PY) -m site_config.linter stale

lint: setup-test ## style and types of Python and JavaScript
	@$(PY) -m ruff check . && $(PY) -m ruff format --check . && $(PY) -m mypy
	@$(TSC) -p tsconfig.json && $(TSC) -p tsconfig.worker.json

format: setup-test ## let ruff lay out the Python files
	@$(PY) -m ruff format . && $(PY) -m ruff check --fix .

setup: ## what the site needs: .venv and node_modules
	@scripts/setup.sh site

setup-test: ## and what the tests need: test tools and a browser
	@scripts/setup.sh test

setup-audit: ## the auditors, 230 MB: a newer Node.js and their packages
	@scripts/setup.sh audit

setup-servers: ## nginx, Caddy and wrk, to test and to load the recipes for them
	@scripts/setup.sh servers

setup-browsers: setup-test ## Firefox and WebKit, to test in three engines
	@scripts/setup.sh browsers

lock: setup-test ## pin the newest allowed versions, with hashes
	@$(PY) scripts/lock.py

clean: ## remove all that was built, keep what was installed
	@rm -rf site dist .cache
