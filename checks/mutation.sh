#!/usr/bin/env bash
# Mutation tests: puts small faults into domain and application and asks whether a test notices (reports in target/pit-reports).
# The bar is mutation.threshold in pom.xml. Usage: checks/mutation.sh [MAVEN OPTION...]
set -euo pipefail
source "$(dirname "$0")/lib.sh"

cd "$root"
exec mvn -B -ntp -Dfast -Pmutation -pl blog-domain,blog-application \
    test-compile org.pitest:pitest-maven:mutationCoverage "$@" </dev/null
