# Manumit's everyday commands. Bare `make` lists them; CONTRIBUTING.md maps each to Maven.

.DEFAULT_GOAL := help
MVN := mvn -B -q

# Maven runs on the JDK of JAVA_HOME; without one, on the newest that is installed.
ifndef JAVA_HOME
export JAVA_HOME := $(lastword $(wildcard /usr/lib/jvm/*-25* /usr/lib/jvm/*25-*))
endif

# Seconds that `make fuzz` gives to each target.
FUZZ_SECONDS ?= 60
# Arguments of `make bench`, `make kernels` and `make train`.
ARGS ?=

.PHONY: help quick check golden oracle fuzz bench kernels flights train

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-8s %s\n", $$1, $$2 }' $(firstword $(MAKEFILE_LIST))

quick: ## format, compile with all checkers, run the fast tests
	$(MVN) spotless:apply
	$(MVN) verify -DexcludedGroups=slow

check: ## everything, exactly what continuous integration runs
	./manumit test

golden: ## rewrite the golden files; review the differences before committing
	$(MVN) verify -Dgolden.rewrite=true
	git status --short -- '*/src/test/resources/golden'

oracle: ## hold the index against exhaustive comparison with 102,000 questions of each method; an hour
	$(MVN) verify -pl matching,testkit -Dsurefire.failIfNoSpecifiedTests=false -Dseeds=1700 \
		-Dtest='IndexedWatchlistTest#theIndexFindsExactlyWhatExhaustiveComparisonFinds,KeyedSearchTest#aLongListAnswersWhatComparingWithEveryRecordSays'

fuzz: ## fuzz every target for FUZZ_SECONDS (60) seconds each
	./.ci/fuzz $(FUZZ_SECONDS)

bench: ## measure accuracy beside baselines; ARGS are those of `manumit evaluate`
	./manumit evaluate $(ARGS)

kernels: ## time the innermost steps with JMH beside other libraries; ARGS are those of JMH
	MANUMIT_OPTS="--sun-misc-unsafe-memory-access=allow $$MANUMIT_OPTS" \
	MANUMIT_CLASSPATH='benchmarks/target/quick/classes:benchmarks/target/quick/jmh/*' \
	./manumit run-class manumit.benchmarks.kernels.Kernels $(ARGS)

flights: ## measure flights beside StAEDI and JMRTD; ARGS are those of `manumit bench flights`
	MANUMIT_CLASSPATH='benchmarks/target/quick/jmh/*' \
	./manumit run-class manumit.cli.Manumit bench flights $(ARGS)

train: ## run a trainer of learned tables: make train ARGS='CLASS …', CLASS in manumit.benchmarks.training
	@test -n "$(ARGS)" || { echo "make train ARGS='CLASS …': the trainers are"; ls benchmarks/src/main/java/manumit/benchmarks/training; exit 2; }
	./manumit run-class manumit.benchmarks.training.$(ARGS)
