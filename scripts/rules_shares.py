"""What share of a made-up crowd ends in each row: an alarm that everybody gets helps nobody.

The crowd is a list of kinds of people with a weight each, chosen by us and resting on no survey:
it only has to be plausible enough to show a box that is worded too wide. Run it after a change of
the questions or rules (`make rules-shares`).
"""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

from checker.evaluate import evaluate
from checker.examples import EVERYONE, EXAMPLES
from checker.model import OUTCOMES

ROW_TO_LOOK_AT = 0.10


class Kind(NamedTuple):
    """A kind of person: an id of `examples.yml`, and how many of a thousand visitors are so."""

    example: str
    weight: int
    is_well: bool = False


CROWD = (
    Kind("well", 150, is_well=True),
    Kind("busy_parent", 130, is_well=True),
    Kind("old_scars", 20, is_well=True),
    Kind("steady", 60, is_well=True),
    Kind("court_letter", 30, is_well=True),
    Kind("no_place_to_live", 10),
    Kind("typical", 110),
    Kind("no_ride", 40),
    Kind("both_at_once", 40),
    Kind("steady_but", 20),
    Kind("new_mother_pictures", 10),
    Kind("thoughts_protected", 30),
    Kind("iop_week_six", 30),
    Kind("goals_met", 15),
    Kind("sober_after_seizure", 10),
    Kind("worried_sister", 90),
    Kind("choked_by_boyfriend", 5),
    Kind("teen", 30),
    Kind("fentanyl_mild", 20),
    Kind("out_of_jail", 5),
    Kind("diabetes_alone", 10),
    Kind("weed_and_vomiting", 10),
    Kind("pregnant_and_opioids", 3),
    Kind("pregnant_and_drinking", 5),
    Kind("iop_not_enough", 10),
    Kind("daily_drinking", 40),
    Kind("stopped_two_days_ago", 10),
    Kind("prescription_ran_out", 5),
    Kind("thoughts_alone", 15),
    Kind("self_harm_declines", 7),
    Kind("suicidal_no_plan", 10),
    Kind("unsafe_home", 10),
    Kind("faints_and_restricts", 4),
    Kind("plan", 4),
    Kind("new_mother_voices", 1),
    Kind("first_days_after_seizure", 1),
)


def shares() -> dict[str, float]:
    """The share of the crowd in each row, most urgent first; they add up to 1."""
    counted: Counter[str] = Counter()
    for kind in CROWD:
        counted[outcome_of(kind)] += kind.weight
    total = sum(kind.weight for kind in CROWD)
    return {outcome: counted[outcome] / total for outcome in OUTCOMES}


def outcome_of(kind: Kind) -> str:
    """Where a person of this kind ends."""
    answers = next(example["answers"] for example in EXAMPLES if example["id"] == kind.example)
    return str(evaluate({"responses": EVERYONE | answers})["outcome"])


def main() -> None:
    """Print the shares as a table; a row above one in ten is marked for a look."""
    for outcome, share in shares().items():
        mark = "  look at it" if share > ROW_TO_LOOK_AT else ""
        print(f"{outcome:26} {share:6.1%}{mark}")


if __name__ == "__main__":
    main()
