"""Reads RSS and Atom with feedparser and the calendar with icalendar, and compares."""
import calendar
import datetime
import html
import json
import pathlib
import re
import sys

import feedparser
import icalendar

base, work = sys.argv[1], pathlib.Path(sys.argv[2])
expected = json.loads((work / "expected.json").read_text())
feed = json.loads((work / "all.json").read_text())
dates = {item["id"]: item["date_published"] for item in feed["items"]}


def same(what, one, other):
    assert one == other, "%s: %r is not %r" % (what, one, other)


for kind in ("rss", "atom"):
    parsed = feedparser.parse((work / ("all." + kind)).read_bytes(), sanitize_html=False)
    assert not parsed.bozo, parsed.get("bozo_exception")
    same(kind + " count", len(parsed.entries), len(feed["items"]))
    entries = {entry.id: entry for entry in parsed.entries}
    for item in expected:
        entry = entries[item["id"]]
        same(kind, html.unescape(entry.title) if kind == "rss" and "&" in entry.title and "&" not in item["title"]
             else entry.title, item["title"])
        same(kind, entry.link, item["link"])
        seconds = calendar.timegm(entry.published_parsed)
        same(kind, datetime.datetime.utcfromtimestamp(seconds).isoformat() + "Z", dates[item["id"]])

raw = (work / "all.ics").read_bytes()
for line in raw.split(b"\r\n"):
    assert len(line) <= 75, line
    line.decode("utf-8")
read = icalendar.Calendar.from_ical(raw)
events = {str(event["UID"]): event for event in read.walk("VEVENT")}
assert "METHOD" not in read
assert not any(event.errors for event in events.values())
coming = [item for item in expected if item["start"]]
kinds = [item for item in feed["items"] if item["_regionwire"]["kind"] == "event"]
same("ics count", len(events), len(kinds))
for item in coming:
    event = events[item["id"]]
    same("ics", str(event["SUMMARY"]), item["title"])
    same("ics", str(event["URL"]), item["link"])
    assert str(event["DESCRIPTION"]).startswith(re.sub(r"\s+", " ", item["summary"])), event["DESCRIPTION"]
    start = event["DTSTART"].dt
    same("ics", start.strftime("%Y-%m-%dT%H:%M"), item["start"])
    same("ics", start.utcoffset(), datetime.timedelta(hours=2))
    same("ics", str(event["LOCATION"]), "Hamnen, Malmö")
print("feedparser and icalendar: %d entries, %d events" % (len(dates), len(events)))
