"""
Orca runs this file as it starts. Instead of a speech server, a log: each utterance is a line of $ORCA_TRANSCRIPT. A line
that begins with a tab is not spoken: after an arrow, it names the control of a page to which Orca has followed the focus;
a tick says that Orca has done what the last key asks of it.
"""

import os

from orca import settings, speech
from orca.input_event import KeyboardEvent
from orca.scripts.web import script as web

transcript = open(os.environ["ORCA_TRANSCRIPT"], "a", buffering=1, encoding="utf-8")


def on_one_line(text):
    return " ".join(str(text).split())


def write(text):
    line = on_one_line(text)
    if line:
        transcript.write(line + "\n")


follow = web.Script.locusOfFocusChanged


def follow_and_tell(script, event, old, new):
    try:
        return follow(script, event, old, new)
    finally:
        transcript.write("\t→ " + on_one_line(new.name if new else "") + "\n")


web.Script.locusOfFocusChanged = follow_and_tell

process, consume = KeyboardEvent.process, KeyboardEvent._consume


def tell_that_done(key):
    if key.isPressedKey() and not key.isModifierKey():
        transcript.write("\t✓\n")


def process_and_tell(key):
    will_be_consumed = process(key)
    if not will_be_consumed:
        tell_that_done(key)
    return will_be_consumed


def consume_and_tell(key):
    try:
        return consume(key)
    finally:
        tell_that_done(key)


KeyboardEvent.process = process_and_tell
KeyboardEvent._consume = consume_and_tell


class Transcript:
    def speak(self, text=None, acss=None, interrupt=True):
        write(text)

    def speakCharacter(self, character, acss=None):
        write(character)

    def sayAll(self, utterances, progress):
        for context, _acss in utterances:
            write(context.utterance)

    def getInfo(self):
        return ["transcript", "transcript"]

    def __getattr__(self, name):
        return lambda *args, **kwargs: None


speech._speechserver = Transcript()
speech._initSpeechServer = lambda *args, **kwargs: None
speech.init = lambda *args, **kwargs: None
speech.shutdown = lambda *args, **kwargs: None
settings.enableBraille = False
settings.enableKeyEcho = False
settings.enableEchoByWord = False
