"""Compares what khal lists with what was published."""
import json
import pathlib
import sys

work = pathlib.Path(sys.argv[1])
listed = (work / "khal.out").read_text()
coming = [item for item in json.loads((work / "expected.json").read_text()) if item["start"]]
for item in coming:
    line = item["start"].replace("T", " ") + " " + item["title"]
    assert line in listed, "khal does not list %r in\n%s" % (line, listed)
print("khal: %d events" % len(coming))
