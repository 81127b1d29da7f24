"""subscribe: asks for letters in every language and format and confirms. look: reads every letter as strictly as can be."""
import email
import email.policy
import pathlib
import re
import sys
import time
import urllib.parse
import urllib.request

LANGUAGES = ["en", "sv", "da", "nb", "fi", "et", "lv", "lt", "pl", "de", "ru"]


def post(address, **fields):
    data = urllib.parse.urlencode(fields).encode()
    with urllib.request.urlopen(urllib.request.Request(address, data), timeout=30) as answer:
        assert answer.status < 300, address


def read(path):
    letter = email.message_from_bytes(path.read_bytes(), policy=email.policy.strict)
    for part in letter.walk():
        assert not part.defects, (path, part.defects)
        for name, value in part.items():
            assert not value.defects, (path, name, value.defects)
    return letter


def subscribe(base, outbox):
    for number, language in enumerate(LANGUAGES):
        post(base + "/subscriptions", email="reader-%s@example.net" % language, regions="malmo", language=language,
             format="text" if number % 4 == 3 else "html", calendar="yes" if number % 2 else "no",
             time="08:00", zone="Europe/Stockholm")
    for _ in range(120):
        letters = list(pathlib.Path(outbox).glob("*.eml"))
        if len(letters) == len(LANGUAGES):
            break
        time.sleep(0.5)
    assert len(letters) == len(LANGUAGES), len(letters)
    for path in letters:
        text = read(path).get_body(("plain",)).get_content()
        post(base + urllib.parse.urlsplit(re.search(r"https://\S+/confirm/\S+", text).group()).path)


def look(check, outbox, html):
    import dkim
    published = dict(re.findall(r"^  (\S+)  (v=DKIM1.*)$", pathlib.Path(check).read_text(), re.M))
    assert len(published) == 2, published
    pathlib.Path(html).mkdir()
    digests = calendars = 0
    for path in sorted(pathlib.Path(outbox).glob("*.eml")):
        letter = read(path)
        raw = path.read_bytes()
        for signature in (0, 1):
            def ask(name, timeout=5):
                return published[name.decode().rstrip(".")].encode()
            assert dkim.DKIM(raw).verify(idx=signature, dnsfunc=ask), (path, signature)
        age = time.time() - letter["Date"].datetime.timestamp()
        assert -1 <= age < 3600, (path, letter["Date"])
        assert re.fullmatch(r"<[0-9a-z]{26}@wire\.example\.org>", letter["Message-ID"]), letter["Message-ID"]
        assert letter["Auto-Submitted"] == "auto-generated"
        body = letter.get_body(("html",))
        if body:
            (pathlib.Path(html) / (path.stem + ".html")).write_text(body.get_content())
        text = letter.get_body(("plain",)).get_content()
        if letter["List-Id"]:
            digests += 1
            assert re.fullmatch(r"<https://[^>]+>,\s*<mailto:[^>]+>", letter["List-Unsubscribe"]), path
            assert letter["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
            assert re.search(r"https://\S+/items/\S+\.ics", text), path
        for part in letter.iter_attachments():
            calendars += 1
            assert part.get_content_type() == "text/calendar" and part.get_filename() == "events.ics", path
            assert part.get_content().startswith("BEGIN:VCALENDAR"), path
    assert digests == len(LANGUAGES), digests
    assert calendars == len(LANGUAGES) // 2, calendars


{"subscribe": subscribe, "look": look}[sys.argv[1]](*sys.argv[2:])
