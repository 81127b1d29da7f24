"""Publishes the samples and items that are hard to write down; prints what every client should find."""
import json
import pathlib
import sys
import urllib.request

base, token = sys.argv[1], pathlib.Path(sys.argv[2]).read_text().strip()
TYPES = {".json": "application/json", ".xml": "application/atom+xml", ".md": "text/markdown",
         ".ics": "text/calendar"}
HARD = ["plain", "a < b & c > d", "]]> <![CDATA[ x", "&amp;amp; &lt;b&gt;", "Žužemberk – Ελλάδα – Москва",
        "東京 العربية עברית", "🫐 👩‍👩‍👧", "\"quotes\" and 'quotes'", "back\\slash; comma, colon: end",
        "long " + "å" * 300]


def post(body, kind):
    request = urllib.request.Request(base + "/items", body, {
        "Authorization": "Bearer " + token, "Content-Type": kind, "Prefer": "wait=10"})
    with urllib.request.urlopen(request, timeout=30) as answer:
        receipt = json.load(answer)
    assert receipt["status"] == "published", receipt
    return receipt["id"]


for path in sorted(pathlib.Path("src/main/samples").glob("*.*")):
    if path.suffix in TYPES:
        post(path.read_bytes(), TYPES[path.suffix])
expected = []
for number, title in enumerate(HARD):
    item = {"title": title, "summary": "Summary: " + title, "content": "<p>Content of %d</p>" % number,
            "regions": ["malmo"], "language": "sv", "link": "https://sender.example/%d?a=1&b=2" % number}
    if number % 2 == 0:
        item["event"] = {"start": "2031-05-%02dT09:30" % (number + 1), "end": "2031-05-%02dT11:00" % (number + 1),
                         "timezone": "Europe/Stockholm",
                         "place": {"name": "Hamnen, Malmö", "lat": 55.61, "lon": 13.0}}
    one = post(json.dumps(item).encode(), "application/json")
    expected.append({"id": "tag:regionwire.org,2026:item:" + one, "link": base + "/items/" + one, "title": title,
                     "summary": item["summary"], "start": item.get("event", {}).get("start")})
json.dump(expected, sys.stdout)
