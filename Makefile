# hoctap: build, test and install. `make help` lists the targets.
#
# One library per room, so that a test of a room links only what that room may
# see: a forbidden dependency does not link.

BUILD   ?= build
PREFIX  ?= /usr/local
DESTDIR ?=
CC      ?= gcc
V       ?= 0
VERSION := 0.1.0
# As many jobs as there are processors, unless -j says otherwise.
ifeq ($(filter -j%,$(MAKEFLAGS)),)
MAKEFLAGS += -j$(shell nproc 2>/dev/null || echo 1)
endif

# --- what must be installed (Debian 12) --------------------------------------
PACKAGES = gcc libc6-dev libgsl-dev libcsv-dev libyaml-dev \
	libpcre2-dev libutf8proc-dev libjansson-dev libmd-dev libxlsxwriter-dev \
	libzip-dev libcmocka-dev gnuplot-nox fonts-croscore fontconfig

# --- flags -------------------------------------------------------------------
STD  = -std=c17 -D_GNU_SOURCE -fopenmp-simd
WARN = -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wdouble-promotion \
       -Wformat=2 -Wstrict-prototypes -Wmissing-prototypes \
       -Wold-style-definition -Wpointer-arith -Wcast-qual -Wcast-align \
       -Wwrite-strings -Wundef -Wvla -Wswitch-enum -Wnull-dereference \
       -Wimplicit-fallthrough -Wredundant-decls
SAFE = -D_FORTIFY_SOURCE=2 -fstack-protector-strong -ffp-contract=off
OPT  ?= -O2 -g
EXTRA ?=
ALL_CFLAGS = $(STD) $(WARN) $(SAFE) $(OPT) $(EXTRA) -I. -I$(BUILD) -MMD -MP \
	-DHOCTAP_VERSION='"$(VERSION)"' -DHOCTAP_PREFIX='"$(PREFIX)"' $(CFLAGS)
LIBS = -lgsl -lgslcblas -lcsv -lyaml -lpcre2-8 -lutf8proc -ljansson -lmd \
	-lxlsxwriter -lzip -lpthread -lm

Q = $(if $(filter 1,$(V)),,@)
say = @printf '  %-8s %s\n'

# --- the rooms, lowest first -------------------------------------------------
ROOMS = base model compute report importers charts app
room_dir_base      = engine/base
room_dir_model     = engine/model
room_dir_compute   = engine/compute
room_dir_report    = engine/report
room_dir_importers = importers
room_dir_charts    = charts
room_dir_app       = engine/app

# The folders that are registers: adding a file adds the thing.
REGISTERS = measures:engine/compute/measures kinds:charts/kinds \
	writers:engine/report/writers \
	exports:engine/report/exports commands:engine/app/commands
REGISTER_DEFS = $(foreach r,$(REGISTERS),$(BUILD)/generated/$(firstword $(subst :, ,$(r))).def)

sources = $(sort $(wildcard $(room_dir_$(1))/*.c $(room_dir_$(1))/*/*.c))
objects = $(patsubst %.c,$(BUILD)/%.o,$(call sources,$(1)))
# main stays outside the libraries, so that tests can link the app room.
MAIN = engine/app/main.c
PROGRAM_LIBS = $(foreach r,app charts importers report compute model base,$(BUILD)/lib$(r).a)

# --- tests: tests/{unit,laws,known,golden}/ROOM/*.c, a program each ----------
TESTS = $(sort $(wildcard tests/unit/*/*.c tests/laws/*/*.c tests/known/*/*.c tests/golden/*/*.c))
TEST_PROGRAMS = $(TESTS:%.c=$(BUILD)/%)
sees_base      = base
sees_model     = model base
sees_compute   = compute model base
sees_report    = report model base
sees_importers = importers model base
sees_charts    = charts model base
sees_app       = app charts importers report compute model base
test_room = $(notdir $(patsubst %/,%,$(dir $(1))))
test_libs = $(foreach r,$(sees_$(call test_room,$(1))),$(BUILD)/lib$(r).a)

.PHONY: all deps deps-browser demo gallery check check-layers check-messages \
	check-page check-browser check-docs test sanitize valgrind coverage \
	bench bench-bulk bench-charts bench-equity bench-evenness bench-pages bench-plan bench-road coverage-study fuzz tidy format format-check bless man install uninstall dist clean help
.SUFFIXES:
.SECONDEXPANSION:
.DELETE_ON_ERROR:
.SECONDARY:

all: $(BUILD)/hoctap

help:
	@echo 'make deps      install the Debian packages that are missing'
	@echo 'make           build build/hoctap'
	@echo 'make demo      build and run the main job on the shipped sample'
	@echo 'make gallery   draw every kind of chart from the sample, on one page'
	@echo 'make check     build without warnings and run every test'
	@echo 'make check-browser  the report in a real browser; make deps-browser installs one'
	@echo 'make sanitize  the same under the address and undefined sanitizers'
	@echo 'make valgrind  the unit tests under valgrind'
	@echo 'make coverage  how many lines the tests reach, by room'
	@echo 'make bench     timings against named rivals'
	@echo 'make bench-bulk  the bulk job beside DuckDB: ROWS=20000000 DUCKDB_LIB=path'
	@echo 'make bench-pages  a page for each commune beside one alone: COMMUNES=242 YEARS=6'
	@echo 'make bench-plan  plans at the size of a country: COMMUNES=10600 INDICATORS=60 YEARS=10'
	@echo 'make bench-charts  many trends in one run beside gnuplot alone: CHARTS=500 RUNS=9'
	@echo 'make bench-evenness  how often words about drawing together are right: RUNS=2000'
	@echo 'make bench-road  the road at the size of a country beside awk: COMMUNES=10600 YEARS=14'
	@echo 'make bench-equity  limits of all measures of inequality beside an R script'
	@echo 'make coverage-study  how often the limits of inequality hold: STUDY="areas=5,8 repetitions=400"'
	@echo 'make fuzz      feed random bytes to every reader, a minute each'
	@echo 'make tidy      clang-tidy'
	@echo 'make format    clang-format; format-check only looks'
	@echo 'make bless     rewrite the golden files and show the difference'
	@echo 'make install   into $$(DESTDIR)$$(PREFIX); uninstall takes it out'
	@echo 'make dist      a source archive'
	@echo 'make clean     remove $(BUILD)'
	@echo 'Variants: BUILD=folder CC=clang V=1'

# --- packages ----------------------------------------------------------------
deps:
	@missing=; for p in $(PACKAGES); do \
	    dpkg-query -W -f '$${Status}' $$p 2>/dev/null | grep -q 'ok installed' || missing="$$missing $$p"; \
	done; \
	if [ -z "$$missing" ]; then echo 'All packages are there: $(PACKAGES)'; exit 0; fi; \
	echo "Installing:$$missing"; \
	if [ "$$(id -u)" = 0 ]; then sudo=; else sudo=sudo; fi; \
	$$sudo apt-get update -qq && \
	DEBIAN_FRONTEND=noninteractive $$sudo apt-get install -y -qq --no-install-recommends $$missing

deps-browser:
	@$(MAKE) --no-print-directory deps PACKAGES=chromium

# --- the registers -----------------------------------------------------------
# A file NAME.c in a register folder ends in a constant `thing_NAME` (a dash in
# the file's name becomes _), or in a family; the list of names is the register.
define register_rule
$(BUILD)/generated/$(1).def: $(2) $(wildcard $(2)/*.c)
	@mkdir -p $$(dir $$@)
	@for f in $(sort $(wildcard $(2)/*.c)); do n=$$$$(basename $$$$f .c); \
	    echo "REGISTER_ENTRY($$$$n)"; done > $$@.new
	@cmp -s $$@.new $$@ && { rm $$@.new; touch $$@; } || mv $$@.new $$@
endef
$(foreach r,$(REGISTERS),$(eval $(call register_rule,$(firstword $(subst :, ,$(r))),$(lastword $(subst :, ,$(r))))))

# --- building ----------------------------------------------------------------
$(BUILD)/%.o: %.c | deps-first $(REGISTER_DEFS)
	@mkdir -p $(dir $@)
	$(say) CC $<
	$(Q)$(CC) $(ALL_CFLAGS) -c -o $@ $<

define room_rule
$(BUILD)/lib$(1).a: $(call objects,$(1))
	$$(say) AR $$@
	$$(Q)rm -f $$@; ar qcs $$@ $$(filter-out $(BUILD)/$(MAIN:.c=.o),$$^)
endef
$(foreach r,$(ROOMS),$(eval $(call room_rule,$(r))))

$(BUILD)/hoctap: $(BUILD)/$(MAIN:.c=.o) $(PROGRAM_LIBS)
	$(say) LINK $@
	$(Q)$(CC) $(OPT) $(EXTRA) $(LDFLAGS) -o $@ $^ $(LIBS)

# When `deps` is asked for in the same call it comes before everything else.
.PHONY: deps-first
deps-first: $(if $(filter deps,$(MAKECMDGOALS)),deps)

TEST_HOUSE = $(BUILD)/tests/house.o $(BUILD)/tests/program.o
$(TEST_PROGRAMS): $(BUILD)/tests/%: tests/%.c $(TEST_HOUSE) $$(call test_libs,tests/$$*.c)
	@mkdir -p $(dir $@)
	$(say) TEST $<
	$(Q)$(CC) $(ALL_CFLAGS) -MF $@.d -o $@ $< $(TEST_HOUSE) \
	    $(call test_libs,$<) $(LIBS) -lcmocka

# --- running -----------------------------------------------------------------
DEMO = data/sample/thai-binh
demo: $(BUILD)/hoctap
	@$(BUILD)/hoctap run $(DEMO) -o $(BUILD)/demo; status=$$?; \
	if [ $$status -gt 1 ]; then exit $$status; fi; \
	echo; echo "The report is $(BUILD)/demo/report.html"

# GALLERY_LANG=en for English
gallery: $(BUILD)/hoctap
	@HOCTAP=$(BUILD)/hoctap sh tests/gallery.sh $(BUILD)/gallery

check: EXTRA += -Werror
check: all check-layers check-messages test check-page check-browser

check-layers:
	@sh tests/layers.sh

check-messages:
	@sh tests/messages.sh

# The numbers of the page are those of the files; the page in a real browser.
check-page: $(BUILD)/hoctap
	@HOCTAP=$(BUILD)/hoctap sh tests/page.sh

check-browser: $(BUILD)/hoctap
	@HOCTAP=$(BUILD)/hoctap sh tests/browser/page.sh

test: $(TEST_PROGRAMS) $(BUILD)/hoctap
	@HOCTAP=$(BUILD)/hoctap sh tests/run.sh $(TEST_PROGRAMS)

bless: $(BUILD)/hoctap $(filter $(BUILD)/tests/golden/%,$(TEST_PROGRAMS))
	@BLESS=1 HOCTAP=$(BUILD)/hoctap sh tests/run.sh $(filter $(BUILD)/tests/golden/%,$(TEST_PROGRAMS)); \
	git --no-pager diff --stat -- tests/golden

SANITIZE = -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer
sanitize:
	$(MAKE) BUILD=$(BUILD)/sanitize OPT='-O1 -g $(SANITIZE)' SAFE='-ffp-contract=off -DARENA_BLOCK_ROOM=0' check

valgrind: $(TEST_PROGRAMS) $(BUILD)/hoctap
	@HOCTAP=$(BUILD)/hoctap WRAP='valgrind -q --error-exitcode=99 --leak-check=full' \
	    sh tests/run.sh $(filter $(BUILD)/tests/unit/%,$(TEST_PROGRAMS))

coverage:
	-$(MAKE) BUILD=$(BUILD)/coverage OPT='-O0 -g --coverage' SAFE='-ffp-contract=off' test
	@sh tests/coverage.sh $(BUILD)/coverage

bench: $(BUILD)/hoctap
	@HOCTAP=$(BUILD)/hoctap sh tests/bench/run.sh

BENCH_TOOLS = $(BUILD)/bench/bulk_rows $(BUILD)/bench/duck_sum $(BUILD)/bench/project_rows
$(BENCH_TOOLS): $(BUILD)/bench/%: tests/bench/%.c
	@mkdir -p $(dir $@)
	$(say) CC $<
	$(Q)$(CC) $(ALL_CFLAGS) -o $@ $< -ldl
$(BUILD)/bench/road_steps: tests/bench/road_steps.c $(PROGRAM_LIBS)
	@mkdir -p $(dir $@)
	$(say) CC $<
	$(Q)$(CC) $(ALL_CFLAGS) -o $@ $^ $(LIBS)

bench-bulk: $(BUILD)/hoctap $(BENCH_TOOLS)
	@HOCTAP=$(BUILD)/hoctap BENCH=$(BUILD)/bench sh tests/bench/bulk.sh

# make bench-plan COMMUNES=10600 INDICATORS=60 YEARS=10
bench-plan: $(BUILD)/bench/plan_size
	@$(BUILD)/bench/plan_size $(or $(COMMUNES),10600) $(or $(INDICATORS),60) $(or $(YEARS),10)
$(BUILD)/bench/plan_size: tests/bench/plan_size.c $(PROGRAM_LIBS)
	@mkdir -p $(dir $@)
	$(say) CC $<
	$(Q)$(CC) $(ALL_CFLAGS) -o $@ $^ $(LIBS)

# make bench-charts CHARTS=500 RUNS=9
$(BUILD)/bench/draw_trends: tests/bench/draw_trends.c $(foreach r,charts model base,$(BUILD)/lib$(r).a)
	@mkdir -p $(dir $@)
	$(say) CC $<
	$(Q)$(CC) $(ALL_CFLAGS) -o $@ $^ $(LIBS)
bench-charts: $(BUILD)/bench/draw_trends
	@BENCH=$(BUILD)/bench sh tests/bench/charts.sh

bench-equity: $(BUILD)/hoctap
	@HOCTAP=$(BUILD)/hoctap sh tests/bench/equity.sh

# make coverage-study STUDY="areas=5,8 repetitions=400 draws=400 seed=1"
STUDY ?=
coverage-study: $(BUILD)/bench/coverage_study
	@$< $(STUDY)
$(BUILD)/bench/coverage_study: tests/bench/coverage_study.c $(BUILD)/libcompute.a $(BUILD)/libmodel.a $(BUILD)/libbase.a
	@mkdir -p $(dir $@)
	$(say) CC $<
	$(Q)$(CC) $(ALL_CFLAGS) -o $@ $^ $(LIBS)

# make bench-road COMMUNES=1000 YEARS=3
bench-road: $(BUILD)/hoctap $(BUILD)/bench/project_rows $(BUILD)/bench/road_steps
	@HOCTAP=$(BUILD)/hoctap BENCH=$(BUILD)/bench sh tests/bench/road.sh

# make bench-pages COMMUNES=242 YEARS=6
bench-pages: $(BUILD)/hoctap $(BUILD)/bench/project_rows
	@HOCTAP=$(BUILD)/hoctap BENCH=$(BUILD)/bench sh tests/bench/pages.sh

# make bench-evenness RUNS=500
$(BUILD)/bench/drawn_together: tests/bench/drawn_together.c $(call test_libs,tests/unit/compute/even.c)
	@mkdir -p $(dir $@)
	$(say) CC $<
	$(Q)$(CC) $(ALL_CFLAGS) -o $@ $^ $(LIBS)
bench-evenness: $(BUILD)/bench/drawn_together
	@$< $(RUNS)

# make fuzz FUZZ="decode records" FUZZ_SECONDS=600
FUZZ_SECONDS ?= 60
FUZZ ?= $(filter-out fuzz,$(basename $(notdir $(sort $(wildcard tests/fuzz/*.c)))))
fuzz:
	$(MAKE) BUILD=$(BUILD)/fuzz CC=clang OPT='-O1 -g -fsanitize=fuzzer-no-link $(SANITIZE)' \
	    SAFE='-ffp-contract=off -DARENA_BLOCK_ROOM=0' fuzz-run
.PHONY: fuzz-run
fuzz-run: $(FUZZ:%=$(BUILD)/tests/fuzz/%)
	@sh tests/fuzz/run.sh $(BUILD) $(FUZZ_SECONDS) $(FUZZ)
$(BUILD)/tests/fuzz/%: $(BUILD)/tests/fuzz/%.o $(BUILD)/tests/fuzz/fuzz.o $(PROGRAM_LIBS)
	$(say) FUZZ $@
	$(Q)$(CC) $(OPT) -fsanitize=fuzzer -o $@ $^ $(LIBS)

C_FILES = $(foreach r,$(ROOMS),$(call sources,$(r)))
HEADERS = $(sort $(wildcard engine/*/*.h engine/*/*/*.h importers/*.h charts/*.h tests/*.h))
tidy: $(REGISTER_DEFS)
	@clang-tidy --quiet $(C_FILES) -- $(STD) -I. -I$(BUILD) -DHOCTAP_VERSION='""' -DHOCTAP_PREFIX='""'
format:
	@clang-format -i $(C_FILES) $(HEADERS) $(TESTS) $(wildcard tests/*.c tests/fuzz/*.[ch])
format-check:
	@clang-format --dry-run -Werror $(C_FILES) $(HEADERS) $(TESTS) $(wildcard tests/*.c tests/fuzz/*.[ch])

# --- installing --------------------------------------------------------------
man: engine/app/hoctap.1
	man -l $<

SHARE = $(DESTDIR)$(PREFIX)/share
install: $(BUILD)/hoctap
	install -D -m 755 $(BUILD)/hoctap $(DESTDIR)$(PREFIX)/bin/hoctap
	install -D -m 644 engine/app/hoctap.1 $(SHARE)/man/man1/hoctap.1
	cd data && find . -type f ! -path './sample/generat*' -exec install -D -m 644 {} $(abspath $(SHARE))/hoctap/{} \;
uninstall:
	rm -f $(DESTDIR)$(PREFIX)/bin/hoctap $(SHARE)/man/man1/hoctap.1
	rm -rf $(SHARE)/hoctap

dist:
	git archive --prefix=hoctap-$(VERSION)/ -o hoctap-$(VERSION).tar.gz HEAD

clean:
	rm -rf $(BUILD)

-include $(shell find $(BUILD) -name '*.d' 2>/dev/null)
