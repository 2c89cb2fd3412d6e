# Two commands for a newcomer: `make demo` and `make test`. `make help` lists the rest.
.DEFAULT_GOAL := help
BIN := .venv/bin
TEST_JOBS ?= 2
.PHONY: help setup demo tour test check format assets screens bench-kiosk bench-offline bench-help bench-take bench-hall bench-pg bench-qr bench-codes bench-checkin bench-city bench-documents bench-push eval-waits eval-search \
        sim-day soak-kiosk soak-board drill-devices drill-slips drill-power drill-crash drill-partition drill-history drill-shift drill-fleet drill-install drill-breakout packages bundle fuzz contracts

help: ## What can be made here
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## (.*)/  make \1\t\2/' | expand -t 20

setup: ## System packages, virtual environment, locked dependencies, page assets (done by the others when needed)
	@packaging/set-up

demo: setup ## A whole hall on this machine; without a display, the tour
	@$(BIN)/kapok demo run

tour: setup ## One scripted day, headless, with pictures and a transcript in out/tour
	@$(BIN)/kapok demo tour

test: check ## Everything: checks, unit, contracts, integration, pages, kiosk, tour
	$(BIN)/pytest -n $(TEST_JOBS) --dist loadfile --no-loadscope-reorder --max-worker-restart 0 --durations 100 --durations-min 2 -q tests

contracts: setup ## The city's ports one after the other, a report for each in out/contracts (KAPOK_CITY_<PORT>=address: another city's)
	$(BIN)/pytest -q -p tests.contracts.city.reporting tests/contracts/city

check: setup ## Lint, types, walls, QML; no tests
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	packaging/check-qml

format: setup ## Put code into shape
	$(BIN)/ruff check --fix -q . ; $(BIN)/ruff format .

assets: setup ## Make tokens, fonts and icons again
	$(BIN)/python packaging/assets/make_tokens.py
	$(BIN)/python packaging/assets/make_fonts.py
	$(BIN)/python packaging/assets/make_icons.py
	$(BIN)/python packaging/assets/make_line_art.py
	$(BIN)/python packaging/assets/make_words.py --update

screens: setup ## Every screen in every form as pictures, with a contact sheet → out/screens/index.html, the hall's pages → out/screens/web
	@$(BIN)/kapok kiosk screens --out out/screens
	@$(BIN)/python -m tests.screens --out out/screens/web

bench-kiosk: setup ## Starts, presses, turns of the page, memory of a kiosk, and numbers over a thin line → out/bench-kiosk.json (TICKETS=1000)
	@$(BIN)/python -m tests.bench.kiosk

bench-offline: setup ## Touch to print job with the hall there, stalled and gone → out/bench-offline.json
	@$(BIN)/python -m tests.bench.kiosk.offline

bench-help: setup ## 请人帮忙: press to the greeter's list and back, and to the desk without the hall → out/bench-help.json
	@$(BIN)/python -m tests.bench.kiosk.help_calls

bench-take: setup ## 8 takers, 2,000 numbers, one server → out/bench-take.json
	@$(BIN)/python -m tests.bench.take_tickets

bench-pg: setup ## A city's tickets on one PostgreSQL: two servers, 500 halls; one hot hall; over HTTP → out/bench-pg.json (SECONDS=8)
	@$(BIN)/python -m tests.bench.pg

bench-hall: setup ## Numbers, calls and wakes a second beside disk, loopback and twins → out/bench-hall.json (SLICES=20, FULL=1)
	@$(BIN)/python -m tests.bench.hall

bench-qr: setup ## What a camera reads of codes, beside zxing-cpp and zbar alone (DATA=<folder of images>) → out/bench-qr.json
	@DATA="$(DATA)" $(BIN)/python -m tests.bench.qr

bench-codes: setup ## Verify a reference code, and a million texts that nobody issued → out/bench-codes.json (N=1000000)
	@$(BIN)/python -m tests.bench.codes

bench-city: setup ## What a number costs while the city is there, down and gone; nothing lost, nothing doubled → out/bench-city.json
	@$(BIN)/python -m tests.bench.city

bench-checkin: setup ## From the code on a telephone's page to the slip, no touch → out/bench-checkin.json (ROUNDS=30)
	@$(BIN)/python -m tests.bench.checkin

bench-documents: setup ## The document camera's verdicts and corners on made pictures → out/bench-documents.json (SEEDS=3, HELD=3)
	@$(BIN)/python -m tests.bench.documents

bench-push: setup ## A clerk's key to the number on 1 and 20 boards, a take to 200 streams, twenty calls said, updates' weight → out/bench-push.json (PRESSES=100)
	@$(BIN)/python -m tests.bench.push

eval-waits: setup ## Forecasts beside real waits (DATA=<folder of records>) → out/eval-waits.json
	@DATA="$(DATA)" $(BIN)/python -m tests.bench.eval_waits

eval-search: setup ## Everyday phrases: how often the right item is among the first three → out/eval-search.json
	@$(BIN)/python -m tests.bench.eval_search

sim-day: setup ## The demo hall's days at speed through the real flows → out/sim-day.json (SEEDS=8)
	@$(BIN)/python -m tests.simulation

soak-kiosk: setup ## Random walks before real kiosks with faults at random; memory, dead ends, names left → out/soak-kiosk.json (WALKS=2000, SEED=n)
	@$(BIN)/python -m tests.drills.soak_kiosk

soak-board: setup ## A call board through ten thousand calls: each once, in order, and its memory stays → out/soak-board.json (CALLS=10000)
	@$(BIN)/python -m tests.drills.soak_board

drill-devices: setup ## Every driver of every device through every fault → out/device-drill.json
	@$(BIN)/kapok device drill

drill-slips: setup ## Slips with faults at random, held against the paper → out/drill-slips.json (SLIPS=1000, SEED=n)
	@$(BIN)/python -m tests.drills.slips

drill-power: setup ## Cut the power under hall and kiosk stores, 200 times → out/drill-power.json (CUTS=200)
	@$(BIN)/python -m tests.drills.power

drill-crash: setup ## Kill servers, kiosk and PostgreSQL, break their disk; goes on where it stopped → out/drill-crash.json
	@$(BIN)/python -m tests.drills.crash

drill-partition: setup ## Whole halls simulated with every fault, seed by seed → out/drill-partition.json (SEEDS=10000, SEED=n)
	@$(BIN)/python -m tests.drills.partition

drill-history: setup ## 32 consoles call; the history of every ticket is proved linearizable → out/drill-history.json (CALLS=100000)
	@$(BIN)/python -m tests.drills.history

drill-shift: setup ## 40 visitors at 3 counters by keyboard alone, every last key twice → out/drill-shift.json (VISITORS=40, SEED=n)
	@$(BIN)/python -m tests.drills.shift

drill-fleet: setup ## 200 kiosks at one hall: enrol, beat, a roll-out that three bad ones stop, revoked, copied → out/drill-fleet.json (KIOSKS=200)
	@$(BIN)/python -m tests.drills.fleet

drill-install: setup ## Packages on a fresh Debian 12 without a network: install, enrol, a number, up, and back by itself → out/drill-install.json (KEEP=1)
	@packaging/need packaging/apt-drills.txt
	@$(BIN)/python -m tests.drills.install

drill-breakout: setup ## 160 ways out of a kiosk in its real session: keys, gestures, codes; none leads out → out/drill-breakout.json
	@packaging/need packaging/apt-drills.txt
	@$(BIN)/python -m tests.drills.breakout

packages: setup ## Debian packages of hall, kiosk and board, each with its locked environment → out/packages
	@$(BIN)/python packaging/packages/make_packages.py

bundle: packages ## The offline medium: the packages, all that they need of Debian, `install` → out/bundle (KEY=id of your signing key)
	@packaging/need packaging/apt-drills.txt
	@$(BIN)/python packaging/bundle/make_bundle.py --key "$(KEY)"

fuzz: setup ## Hostile requests for every route, hostile bytes for every codec → out/fuzz.json (CASES=20000, MINUTES=10)
	@$(BIN)/python -m tests.fuzz
