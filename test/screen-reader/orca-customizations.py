"""Orca runs this file as it starts. Instead of a speech server, a log: each utterance is a line of $ORCA_TRANSCRIPT."""

import os

from orca import settings, speech

transcript = open(os.environ["ORCA_TRANSCRIPT"], "a", buffering=1, encoding="utf-8")


def write(text):
    line = " ".join(str(text).split())
    if line:
        transcript.write(line + "\n")


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
