#!/usr/bin/env bash
# Writes what the runnable jar is made of, as CycloneDX, to blog-bootstrap/target/waxwing-sbom.json, and counts the libraries:
# 60 at most. Needs Maven, which must be online for this, and python3.
set -euo pipefail
source "$(dirname "$0")/lib.sh"

sbom=$root/blog-bootstrap/target/waxwing-sbom.json
[ "$sbom" -nt "$jar" ] ||
    (cd "$root" && mvn -q -B -ntp -Psbom -Dfast -Dmaven.test.skip=true -pl blog-bootstrap -am package </dev/null)
python3 - "$sbom" <<'PYTHON'
import json, sys

bom = json.load(open(sys.argv[1]))
without = [part["purl"] for part in bom["components"] if not part.get("licenses") and not part["purl"].startswith("pkg:maven/dev.waxwing/")]
print(f"sbom: {bom['bomFormat']} {bom['specVersion']}, {len(bom['components'])} jars, {len(without)} without a licence {without or ''}".strip())
sys.exit(len(bom["components"]) > 60 or bool(without))
PYTHON
