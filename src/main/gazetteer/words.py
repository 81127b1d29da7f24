#!/usr/bin/env python3
"""Makes mention/ordinary: which forms of places' names are everyday words too, by language.

  words.py candidates --tsv DIR --own own.tsv --forms DIR --out DIR      forms of names that may be words
  words.py look-up --candidates DIR --dictionaries DIR --out DIR   those that a Hunspell dictionary has

A word counts when the dictionary has it with a small letter: "Lund" is a name, "lund" a grove. German is left out,
where all nouns have capitals, and Finnish, of which npm has no Hunspell dictionary: their lists are edited by hand.
Plain python3, no network. Called by words.sh.
"""
import argparse, os, re
import pack

LANGS = "en sv da no fi et lv lt pl de ru".split()
DICTIONARIES = {"no": ["nb", "nn"]}

def rules(path):
    """(ending in the text, ending of the name), as region/mention/Forms reads them."""
    grades, vowels, out = [], "", []
    for line in open(path, encoding="utf-8"):
        line = line.split("#")[0].strip()
        w = line.replace(" > ", " ").split()
        if not w: continue
        if w[0] == "vowels": vowels = "".join(w[1:])
        elif w[0] == "grade": grades.append(w[1:3])
        elif w[0] == "locative": continue
        elif w[0] == "weak":
            for a, b in grades:
                for v in vowels:
                    out += [(a + v + e, b + v) for e in line[4:].split(">")[0].split()[1:]]
        else:
            left, right = line.split(">")
            if w[0] in ("adj", "people"): continue          # an adjective of a place means the place
            out += [(e, "" if b == "-" else b) for b in right.split() for e in left.split()[1:]]
    return out

def candidates(a):
    entries, _ = pack.read(a.tsv, a.own)
    names = {n.casefold() for e in entries for h, n in e.names if not h & pack.SILENT and re.fullmatch(r"\w{3,}", n)}
    os.makedirs(a.out, exist_ok=True)
    for lang in LANGS:
        forms = set(names)
        by_base = {}
        for ending, base in rules(os.path.join(a.forms, lang + ".txt")): by_base.setdefault(base, set()).add(ending)
        for n in names:
            for k in range(0, min(6, len(n) - 1)):
                for ending in by_base.get(n[len(n) - k:], ()): forms.add(n[:len(n) - k] + ending)
        with open(os.path.join(a.out, lang + ".txt"), "w", encoding="utf-8") as f: f.write("\n".join(sorted(forms)) + "\n")
        print(lang, len(forms), "forms")

class Affixes:
    def __init__(self, path):
        self.flag, self.suffixes, self.aliases, self.prefixed = "char", {}, [], False
        encoding = "utf-8"
        for line in open(path, encoding=encoding, errors="replace"):
            w = line.split()
            if not w: continue
            if w[0] == "FLAG": self.flag = w[1]
            elif w[0] == "AF" and len(w) > 1 and not (w[1].isdigit() and not self.aliases): self.aliases.append(w[1])
            elif w[0] == "AF": self.aliases.append("")
            elif w[0] == "SFX" and len(w) >= 5:
                add, _, more = w[3].partition("/")
                self.suffixes.setdefault(w[1], []).append(
                    ("" if w[2] == "0" else w[2], "" if add == "0" else add, re.compile("(?:%s)$" % w[4].replace("-", "\\-") if w[4] != "." else "$"), more))
    def flags(self, text):
        if not text: return []
        if self.aliases and text.isdigit(): text = self.aliases[int(text)] if int(text) < len(self.aliases) else ""
        if self.flag == "long": return [text[i:i + 2] for i in range(0, len(text), 2)]
        if self.flag == "num": return text.split(",")
        return list(text)
    def forms(self, stem, flags, depth=0):
        yield stem
        for flag in flags:
            for strip, add, condition, more in self.suffixes.get(flag, ()):
                if strip and not stem.endswith(strip) or not condition.search(stem): continue
                form = (stem[:-len(strip)] if strip else stem) + add
                if more and depth < 1: yield from self.forms(form, self.flags(more), depth + 1)
                else: yield form

def known(folder, wanted):
    affixes = Affixes(os.path.join(folder, "index.aff")); found = set()
    for line in open(os.path.join(folder, "index.dic"), encoding="utf-8", errors="replace"):
        stem, _, flags = line.strip().split("\t")[0].partition("/")
        if not stem[:1].islower(): continue
        for form in affixes.forms(stem, affixes.flags(flags.split(" ")[0])):
            if form in wanted: found.add(form)
    return found

def look_up(a):
    for lang in LANGS:
        folders = [os.path.join(a.dictionaries, d) for d in DICTIONARIES.get(lang, [lang])]
        if not os.path.isdir(folders[0]): continue
        wanted = set(open(os.path.join(a.candidates, lang + ".txt"), encoding="utf-8").read().split())
        found = set().union(*(known(folder, wanted) for folder in folders))
        words = sorted({pack.fold(w) for w in found})
        with open(os.path.join(a.out, lang + ".txt"), "w", encoding="utf-8") as f: f.write("\n".join(words) + "\n")
        print(lang, len(words), "words")

def main():
    ap = argparse.ArgumentParser(); ap.add_argument("what", choices=["candidates", "look-up"])
    for name in "tsv own forms candidates dictionaries out".split(): ap.add_argument("--" + name)
    a = ap.parse_args(); (candidates if a.what == "candidates" else look_up)(a)

if __name__ == "__main__": main()
