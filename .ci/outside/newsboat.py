"""Compares what newsboat has in its cache with what was published."""
import json
import pathlib
import sqlite3
import sys

work, kind = pathlib.Path(sys.argv[1]), sys.argv[2]
expected = json.loads((work / "expected.json").read_text())
count = len(json.loads((work / "all.json").read_text())["items"])
rows = sqlite3.connect(work / (kind + ".db")).execute("select guid, title, url from rss_item").fetchall()
assert len(rows) == count, "%s: %d instead of %d" % (kind, len(rows), count)
found = {guid: (title, url) for guid, title, url in rows}
for item in expected:
    assert found[item["id"]] == (item["title"], item["link"]), (kind, found[item["id"]], item)
print("newsboat: %d entries of %s" % (count, kind))
