#!/usr/bin/env bash
# Mutation tests: puts small faults into domain and application and asks whether a test notices (reports in target/pit-reports).
# The bar is mutation.threshold in pom.xml. Usage: checks/mutation.sh [MODULES [MAVEN OPTION...]], as in: blog-domain -q
set -euo pipefail
source "$(dirname "$0")/lib.sh"

cd "$root"
modules=${1:-blog-domain,blog-application}
[ $# -eq 0 ] || shift
exec mvn -B -ntp -Dfast -Pmutation -pl "$modules" test-compile org.pitest:pitest-maven:mutationCoverage "$@" </dev/null
