"""Numbers in digits and in words, statistics, and how long a program is."""

from __future__ import annotations

import re

from site_config.content_model.normalization import plain
from site_config.content_model.text import lowered

NUMBER = r"\d+(?:[.,]\d+)*"
COUNT = (
    r"(?:(?:(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)[- ])?"
    r"(?:one|two|three|four|five|six|seven|eight|nine)"
    r"|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|twenty|thirty|forty|fifty|sixty"
    r"|seventy|eighty|ninety|(?:an?|one)[ ]hundred)"
)
UNIT = r"(?:hours?|days?|weeks?|months?|years?)"

_PEOPLE = r"(?:people|adults|americans|patients|teens|men|women|children|those|them|us)"

# All in small letters: a text in lowercase is searched in half the time that IGNORECASE takes.
# Grouped by how a figure begins, so that most words are passed by at once.
_COUNTED = rf"(?=a[n\ ]|e[il]|f[io]|ni|on|s[ei]|t[ehw]){COUNT}"
_PERCENT = rf"""
    {NUMBER}\s?% | (?=[\daefnost])(?:{NUMBER}|{COUNT})[ ](?:percent|per[ -]cent|pct)\b
"""
_OTHERS = rf"""
    \b(?:
      (?=\d)(?:
          {NUMBER}[ ](?:in|out[ ]of)[ ](?:every[ ])?{NUMBER}\b
        | {NUMBER}[ ]times[ ](?:as|more|less)\b
        | {NUMBER}[ ](?:million|billion|thousand)\b | \d{{1,3}}(?:,\d{{3}})+\b
        | (?:19|20)\d\d\b
        | (?P<time>(?!988|911){NUMBER}(?:[ ](?:to|or|and)[ ]{NUMBER}|\s?[-–]\s?{NUMBER})?[ -]
          (?:or[ ]more[ ])?{UNIT}\b) )
    | {_COUNTED}(?:
          [ ](?:in|out[ ]of)[ ](?:every[ ])?{NUMBER}\b
        | [ ]in[ ](?:every[ ])?{COUNT}\b(?![ -](?:{UNIT}|minutes?))
        | [ ]out[ ]of[ ](?:every[ ])?{COUNT}\b
        | [ ]of[ ](?:every[ ])?ten\b
        | [ ]times[ ](?:as|more|less)\b
        | (?P<hours>(?:[ ](?:to|or|and)[ ]{COUNT})?[ ](?:or[ ]more[ ])?hours?[ ]
          (?:a|per|each|every)[ ](?:day|week|month)\b)
        | (?P<length>(?:[ ](?:to|or|and)[ ]{COUNT})?[ -](?:or[ ]more[ ])?
          (?:days?|weeks?|months?)\b) )
    | (?:half|a[ ]third|two[ ]thirds|a[ ]quarter|three[ ]quarters)[ ]of[ ]
      (?:all[ ]|the[ ])?{_PEOPLE}\b
    | majority[ ]of[ ](?:our[ ]|the[ ]|all[ ])?(?:{_PEOPLE}|clients)\b
    | (?:over|more[ ]than|nearly|almost|about)[ ](?:half|a[ ]third|a[ ]quarter)[ ]
      (?:do|did|are|were|stay(?:ed)?|get|got|of[ ])
    | (?:doubles|triples|halves|doubled|tripled|halved)[ ](?:your|the|their|a)[ ]
      (?:chances?|risk|odds)\b
    | twice[ ](?:as|more|less)\b
    | (?:millions|thousands)[ ]of[ ]{_PEOPLE}\b
    | (?P<authority>
          according[ ]to\b(?![ ](?:you|your|the[ ]plan))
        | (?:research|studies|(?:a|one|this|the)[ ]study|data|evidence|experts|scientists)[ ]
          (?:show|suggest|find|found|say|said|agree|report|prove|point|indicate)\w*\b
        | research[ ]from\b ) )
  | [½¼¾⅓⅔][ ]of[ ] | \$[ ]?{NUMBER}
"""
_STRONG = re.compile(f"{_PERCENT} | {_OTHERS}", re.VERBOSE)
# A percentage may begin at any letter, which takes as long as all else: few texts have one.
_PERCENT_SIGN = re.compile(r"%|percent|per[ -]cent|pct")
_WITHOUT_PERCENT = re.compile(_OTHERS, re.VERBOSE)
TIMES = frozenset({"time", "hours", "length"})
"""The groups of `find_statistics` that are times; `length` is how long a program may be."""

WORDS = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    *("eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen"),
    *("nineteen", "twenty"),
)
_IN_WORDS = {word: str(number) for number, word in enumerate(WORDS)}
_FIGURE = re.compile(rf"{NUMBER}|\b(?:{'|'.join(_IN_WORDS)})\b")
_CARE = r"(?:programs?|iops?|phps?|treatment|rehab|detox|courses?)"
_LASTS = re.compile(
    rf"(?:\b{_CARE}\b[^.;?!]{{0,30}}\b(?:lasts?|takes?|runs?|is|are|goes)"
    r"|\b(?:it|that)\b[^.;?!]{0,30}\b(?:lasts?|takes?|runs?))[ ]"
    rf"(?:for[ ])?(?:about[ ]|up[ ]to[ ]|at[ ]least[ ]|usually[ ])*$"
)
_WEEK_PROGRAM = re.compile(rf" (?:\w+[ -]){{0,2}}{_CARE}\b")
_WEEKS_OF_CARE = re.compile(rf" of (?!an? |the |your |this )(?:\w+[ -]){{0,2}}{_CARE}\b")
_PART = re.compile(r"\b(?:first|last|next|every|each|after|in|within)[ ]$")


def figures(text: str) -> set[str]:
    """Return the numbers in `text`, those in words as digits, without commas."""
    found = _FIGURE.findall(lowered(plain(text)))
    return {_IN_WORDS.get(one, one.replace(",", "")) for one in found}


def find_statistics(folded: str) -> list[re.Match[str]]:
    """Return what needs a source in a text in lowercase: shares, money, years, “studies show”."""
    pattern = _STRONG if _PERCENT_SIGN.search(folded) else _WITHOUT_PERCENT
    return [*pattern.finditer(folded)]


def is_length(text: str, start: int, end: int) -> bool:
    """Return whether the time at `start` says how long a program is: "a twelve-week program".

    "The first two weeks of a program" and "call in two weeks" are no lengths.
    """
    before = text[max(start - 80, 0) : start]
    if _PART.search(before):
        return False
    follows = _WEEK_PROGRAM if "-" in text[start:end] else _WEEKS_OF_CARE
    return bool(_LASTS.search(before) or follows.match(text, end))
