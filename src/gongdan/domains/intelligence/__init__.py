"""What can be read from a text by itself: local, explainable, the same on every run (spec 06).

Owns the reading of tickets' texts; decides nothing about a ticket. Intake is given ``triage`` by wiring and puts what
it found, with the words that caused it, into ``ticket.opened``.

``scanned`` a text as it is searched, with the way back to what was written · ``phrases`` finds the words of a lexicon
in it, and which of them are denied · ``claims`` whether urgency is claimed now and here · ``moods`` harm told by its
shape · ``confirming`` thanks and nothing more · ``lexicon`` the words of a release, compiled · ``language`` ·
``entities`` order numbers, phones, amounts … · ``triage`` all of it together · ``intake`` what opening takes of it.
"""
