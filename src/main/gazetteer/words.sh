#!/bin/bash
# Rebuilds src/main/resources/mention/ordinary from the Hunspell dictionaries in the npm registry, for all languages
# but German and Finnish (see words.py). Needs bash, python3 and npm, and the tables that rebuild.sh makes:
#   src/main/gazetteer/rebuild.sh TABLES && src/main/gazetteer/words.sh TABLES
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
tables=$(cd "${1:?the folder that rebuild.sh was given}" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
for package in en@4.0.0 sv@4.0.0 da@6.0.0 nb@3.0.0 nn@2.2.0 et@2.0.0 lv@2.0.0 lt@2.0.0 pl@2.0.0 ru@3.0.0; do
  mkdir -p "dictionaries/${package%@*}"
  tar xzf "$(npm pack --silent "dictionary-$package" | tail -1)" -C "dictionaries/${package%@*}" --strip-components=1
done
python3 "$here/words.py" candidates --tsv "$tables" --own "$here/own.tsv" --forms "$here/../resources/mention/forms" --out candidates
python3 "$here/words.py" look-up --candidates candidates --dictionaries dictionaries --out "$here/../resources/mention/ordinary"
