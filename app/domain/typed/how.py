"""How an interview was held, as one types it: "Zoom" is video, "f2f" is on site."""

from __future__ import annotations

import re

from app.text import cleaned, folded

PHONE, VIDEO, ON_SITE, PANEL = "phone", "video", "on site", "panel"
HOWS = (PHONE, VIDEO, ON_SITE, PANEL)

# Looked for as whole words of the folded text, dashes read as blanks; the first kind with one in it decides.
_KINDRED = {
    PANEL: "panel, round table, committee",
    VIDEO: "video, videocall, videoconference, zoom, teams, meet, google meet, gmeet, skype, webex, "
    "facetime, hangout, hangouts, jitsi, whereby, chime, bluejeans, webcam, online, virtual, virtually, "
    "remote, remotely, vc, visio",
    PHONE: "phone, telephone, telephonic, tel, call, called, mobile, voice, telefon, whatsapp",
    ON_SITE: "on site, onsite, in person, inperson, f2f, face to face, office, at theirs, in the building, "
    "site, vor ort, sur place, in house, lunch",
}


def read_how(text: str) -> str:
    """The kind of interview that `text` means: one of `HOWS` by kindred words, else the text, cleaned."""
    words = " ".join(re.findall(r"\w+", folded(text)))
    for how, kindred in _KINDRED.items():
        if any(f" {word} " in f" {words} " for word in kindred.split(", ")):
            return how
    return " ".join(cleaned(text, one_line=True).split())
