#!/usr/bin/env python3
"""Packs places.tsv, regions.tsv, countries.tsv (made by build_gazetteer.py) and own.tsv into gazetteer.bin.

  pack.py --tsv DIR --own own.tsv --out gazetteer.bin

Plain python3, no network. Read by org.regionwire.region.gazetteer.Packed, which says the format.
"""
import argparse, os, re, struct, unicodedata, zlib
from collections import defaultdict

VERSION = 1
LANGS = "en sv da no fi et lv lt pl de ru".split()
CITY, DISTRICT, ISLAND, REGION, COUNTRY, MACRO = range(6)
MAIN, ALIAS, ALT, SILENT = 0, 20, 21, 128          # 1..11: tagged with LANGS[n - 1]; SILENT: shown, not looked for
NEAR = set("SE NO DK FI EE LV LT AX IS FO PL DE RU BY".split())
SMALL = re.compile(r"municipality|commune|borough|parish|council|rayon|^district$|unitary|^city|republican|quarter|metropolitan (dep|dis|city)"
                   r"|two-tier|special|free mun|with county rights|territory", re.I)
FOREIGN = re.compile("[іїєґўјљњђћќѓџәғқңөұүһҳҷӣӯҡҙҫӑӗҥҕѣѳѵ҄Ͱ-Ͽἀ-῿]", re.I)
GENERIC_ALT = re.compile(r"^(Gmina|Horad|Gorod|Kommun|Lungsod|Město|Municipio|Comuna|Commune|Ville|Ciudad|Cidade|Opshtina|Općina|Posëlok|Poselok|Selo|Derevnya|Kreisfreie|Stadt|Horodok|Misto) ", re.I)
STRIP = [r" län$", r" fylke$", r"n lääni$", r"n maakunta$", r" maakond$", r"^[Ww]ojewództwo ",
         r"n voivodikunta$", r"^Woiwodschaft ", r"^Region ", r"^Bezirk ", r"^Provinz ",
         r" County$", r" Province$", r" Region$", r"n alue$",
         r"^Oblast ", r"^Landkreis ", r", (Landkreis|Kreisfreie Stadt|Stadtkreis|Kreis)$", r"^Provincia de ", r"^Provincia di ", r"^Región de ",
         r" \(.*\)$", r"^obwód ", r" voblasć$", r" oblast'?$"]

# codes of iso3166-2-db that ISO has changed since
NEWER = dict(zip("EE-59 EE-67 EE-78 EE-44 EE-86 EE-51 EE-70 EE-57 EE-82 EE-49 EE-65 CZ-US CZ-MO CZ-ST CZ-JM CZ-JC CZ-KR CZ-PA CZ-VY CZ-KA CZ-LI CZ-PL CZ-PR CZ-OL CZ-ZL FR-COR".split(),
                 "EE-60 EE-68 EE-79 EE-45 EE-87 EE-52 EE-71 EE-56 EE-81 EE-50 EE-64 CZ-42 CZ-80 CZ-20 CZ-64 CZ-31 CZ-52 CZ-53 CZ-63 CZ-41 CZ-51 CZ-32 CZ-10 CZ-71 CZ-72 FR-20R".split()))

def fold(s):
    s = unicodedata.normalize("NFD", s.casefold())
    return "".join(c for c in s if not unicodedata.combining(c)).replace("ø", "o").replace("æ", "ae").replace("ł", "l").replace("ð", "d").replace("đ", "d")

CYRILLIC = dict(zip("абвгдеёжзийклмнопрстуфхцчшщъыьэюя", "a b v g d e e zh z i y k l m n o p r s t u f kh ts ch sh shch _ y _ e yu ya".split()))

def latin(s):
    """As GeoNames writes Russian names, without soft signs: Светлогорск is Svetlogorsk."""
    return "".join(CYRILLIC.get(c, c) for c in s.casefold()).replace("_", "").replace("yy", "y").replace("iy", "y")

def rows(path):
    with open(path, encoding="utf-8") as f:
        head = f.readline().rstrip("\n").split("\t")
        for line in f:
            if line.strip() and not line.startswith("#"):
                cells = line.rstrip("\n").split("\t")
                yield dict(zip(head, cells + [""] * (len(head) - len(cells))))

def tagged(text):
    return [tuple(part.split("=", 1)) for part in text.split("|") if "=" in part]

class Entry:
    def __init__(self, kind, name, country, codes=(), gid=0, lat=None, lon=None, pop=0, zone="", parents=()):
        self.kind, self.name, self.country, self.codes, self.gid = kind, name, country, list(codes), gid
        self.lat, self.lon, self.pop, self.zone, self.parents, self.names = lat, lon, pop, zone, [p for p in parents if p], []
        self.small = False
        self.add(MAIN, name)
    def add(self, how, text):
        if text and not any(t == text and h & 127 <= 11 and (h & 127) == (how & 127) for h, t in self.names): self.names.append((how, text))
    def silence(self):
        self.names = [(h | SILENT, t) for h, t in self.names]

def read(tsv, own):
    entries, key = [], {}
    def put(e, *keys):
        entries.append(e)
        for k in keys: key[k] = e
        return e
    for r in rows(os.path.join(tsv, "countries.tsv")):
        if r["iso"] in ("EU", "EZ", "UN", "QO", "ZZ", "XA", "XB"): continue
        e = put(Entry(COUNTRY, r["name"], r["iso"], [r["iso"]]), r["iso"])
        for l, n in tagged(r["lang_names"]): e.add(1 + LANGS.index(l), n)
    cities = set()
    for r in rows(os.path.join(tsv, "places.tsv")): cities.add((r["country"], fold(r["name"])))
    bare = {}
    for r in rows(os.path.join(tsv, "regions.tsv")):
        nuts = r["scheme"] != "ISO3166-2"
        names = [r["name"]]
        b = r["name"]
        for s in STRIP: b = re.sub(s, "", b)
        twin = bare.get((r["country"], fold(b)))
        if nuts and twin and r["level"] != "1":
            twin.codes.append(r["code"]); key[r["code"]] = twin; continue
        e = put(Entry(REGION, r["name"], r["country"], [r["code"]], int(r["geonameid"] or 0), parents=[r["parent"]]), r["code"])
        e.small = bool(SMALL.search(r["type"])) and not nuts
        for l, n in tagged(r["lang_names"]): e.add(1 + LANGS.index(l) if l in LANGS else ALIAS, n)
        for h, n in list(e.names):
            m = n
            for s in STRIP: m = re.sub(s, "", m)
            if re.search(" län$", n) and m.endswith("s"): m = m[:-1]
            if m != n and len(m) > 2: e.add(ALIAS, m)
        if not e.small and (not nuts or r["level"] in "23"): bare.setdefault((r["country"], fold(b)), e)
        if e.small and (r["country"] in ("LT", "LV") or (r["country"], fold(b)) in cities) or nuts and (
                r["level"] == "1" or (r["level"] == "3" and r["country"] not in "SE NO DK FI EE LV LT DE".split())): e.silence()
    for r in rows(os.path.join(tsv, "places.tsv")):
        kind = DISTRICT if r["feature"] == "PPLX" else CITY
        parents = ["g" + r["parent"]] if r["parent"] else []
        e = put(Entry(kind, r["name"], r["country"], [], int(r["geonameid"]), float(r["lat"]), float(r["lon"]), int(r["population"]), r["timezone"],
                      parents + [r["nuts3"], NEWER.get(r["iso3166_2"], r["iso3166_2"]) or ("FI-01" if r["country"] == "AX" else ""), r["country"]]), "g" + r["geonameid"])
        e.capital = r["feature"] == "PPLC"; e.seat = r["feature"] in ("PPLA", "PPLC")
        for l, n in tagged(r["lang_names"]): e.add(1 + LANGS.index(l), n)
        if r["country"] not in NEAR and e.pop < 200000 and not e.capital: continue
        seen = {fold(n) for _, n in e.names}
        plain = fold(r["name"]).replace("'", "").replace("yy", "y").replace("iy", "y")
        if r["country"] == "RU" and not any(h == 1 + LANGS.index("ru") for h, _ in e.names):
            for n in r["alt_names"].split("|"):
                if latin(n) == plain: e.add(1 + LANGS.index("ru"), n); seen.add(fold(n)); break
        for n in r["alt_names"].split("|"):
            if len(n) < 3 or FOREIGN.search(n) or GENERIC_ALT.search(n) or fold(n) in seen: continue
            if n.isupper() or not n[0].isupper(): continue
            seen.add(fold(n)); e.add(ALT, n)
    for r in rows(own):
        if r["id"] in key: e = key[r["id"]]
        else:
            kind = {"city": CITY, "district": DISTRICT, "island": ISLAND, "region": REGION, "macro": MACRO, "country": COUNTRY}[r["kind"]]
            e = put(Entry(kind, r["name"], r["country"], [] if re.fullmatch(r"g\d+", r["id"]) else [r["id"]], int(r["id"][1:]) if re.fullmatch(r"g\d+", r["id"]) else 0,
                          float(r["lat"]) if r["lat"] else None, float(r["lon"]) if r["lon"] else None, int(r["population"] or 0), "",
                          [p for p in r["parents"].split(",")] + [r["country"]]), r["id"])
        for l, n in tagged(r["lang_names"]): e.add(1 + LANGS.index(l), n)
        for n in r["aliases"].split("|"):
            if n.startswith("-"): e.names = [(h, t) for h, t in e.names if t != n[1:] or h == MAIN]
            else: e.add(ALIAS, n)
    return entries, key

def centre_regions(entries, key):
    """Regions have no coordinates of their own: the middle of their places, weighted by the root of population."""
    acc = defaultdict(lambda: [0.0, 0.0, 0.0])
    for e in entries:
        if e.kind != CITY: continue
        w = (e.pop + 1) ** .5
        todo, seen = list(e.parents), set()
        while todo:
            p = todo.pop()
            if p in seen or p not in key: continue
            seen.add(p); a = acc[id(key[p])]; a[0] += e.lat * w; a[1] += e.lon * w; a[2] += w
            todo += key[p].parents
    zones = defaultdict(lambda: defaultdict(int)); people = defaultdict(int)
    for e in entries:
        if e.kind != CITY: continue
        for p in {id(key[p]) for p in e.parents if p in key}: zones[p][e.zone] += e.pop + 1; people[p] += e.pop
    for e in entries:
        a = acc.get(id(e))
        if e.lat is None and a and a[2]: e.lat, e.lon = a[0] / a[2], a[1] / a[2]
        z = zones.get(id(e))
        if not e.zone and z: e.zone = max(z, key=z.get)
        if e.kind in (REGION, COUNTRY) and not e.pop: e.pop = people.get(id(e), 0)

def pack(entries, key):
    number = {id(e): i for i, e in enumerate(entries)}
    def strings(values):
        blob = "\n".join(values).encode("utf-8"); return struct.pack(">ii", len(values), len(blob)) + blob
    countries = sorted({e.country for e in entries}); zones = sorted({e.zone for e in entries})
    out = [struct.pack(">ii", 0x52574754, VERSION), strings(countries), strings(zones), struct.pack(">i", len(entries))]
    col = lambda f, v: out.append(struct.pack(f">{len(v)}{f}", *v))
    col("b", [e.kind | (8 if getattr(e, "capital", False) else 0) | (16 if getattr(e, "seat", False) else 0) for e in entries])
    col("h", [countries.index(e.country) for e in entries])
    col("h", [zones.index(e.zone) for e in entries])
    col("i", [e.gid for e in entries])
    col("i", [round(e.lat * 1e4) if e.lat is not None else -(1 << 31) for e in entries])
    col("i", [round(e.lon * 1e4) if e.lon is not None else -(1 << 31) for e in entries])
    col("i", [e.pop for e in entries])
    parents = []
    for e in entries:
        seen = []
        for p in e.parents:
            if p in key and key[p] is not e and number[id(key[p])] not in seen: seen.append(number[id(key[p])])
        parents.append(seen)
    col("b", [len(p) for p in parents])
    flat = [x for p in parents for x in p]; out.append(struct.pack(">i", len(flat))); col("i", flat)
    col("b", [len(e.codes) for e in entries])
    out.append(strings([c for e in entries for c in e.codes]))
    col("b", [min(len(e.names), 127) for e in entries])
    out.append(struct.pack(">i", sum(min(len(e.names), 127) for e in entries)))
    out.append(bytes(h for e in entries for h, _ in e.names[:127]))
    out.append(strings([n for e in entries for _, n in e.names[:127]]))
    return zlib.compress(b"".join(out), 9)

def main():
    ap = argparse.ArgumentParser(); ap.add_argument("--tsv", required=True); ap.add_argument("--own", required=True); ap.add_argument("--out", required=True)
    A = ap.parse_args()
    entries, key = read(A.tsv, A.own); centre_regions(entries, key)
    data = pack(entries, key)
    with open(A.out, "wb") as f: f.write(data)
    print(f"{len(entries)} places, {sum(len(e.names) for e in entries)} names, {len(data)} bytes")

if __name__ == "__main__": main()
