"""The cases of rows 1 to 5 in words, one line a case, for a clinician to sign or strike each.

`safety_rows.py` and `withdrawal_row.py` decide; `tests/checker/test_decision_table_cases.py` holds
that every rule of these rows has its line here, and runs one made-up person for the lines on detox.
"""

from __future__ import annotations

from string import ascii_lowercase

THOUGHTS = "Thoughts of suicide, a wish to be dead, or self-harm in the last 3 months"
QUIET = "A wish to be dead, or self-harm in the last 3 months"
SEVERE = "A seizure or delirium (DTs) in an earlier withdrawal"
AT_HAND = "a gun or pills at hand"
NOT_OVER = "withdrawal isn't over"
NO_LINE = "no line of “When withdrawal counts as over” holds"

WORDS = (
    (
        "**A gun or pills at hand:** a gun they could get to, locked or not, or pills or something "
        "else they've thought of using to end their life."
    ),
    (
        f"**Withdrawal isn't over:** {NO_LINE}, and one of these: four or more drinks on most "
        "days (three if over 65), pills not as prescribed or GHB every day, prescribed pills "
        "like Xanax stopped, or a hard withdrawal before. Or, whatever those lines say, prescribed "
        "pills like Xanax that ran out or were cut fast. Pills that go on as prescribed don't "
        "count."
    ),
)

CASES: dict[str, tuple[str, ...]] = {
    "emergency_sign": ("Any one sign of “Danger to life now” (listed below).",),
    "emergency_new_mother": (
        "Voices, seeing things or mania that is new or worse, and a birth in the last year.",
    ),
    "emergency_first_days": (
        (f"{SEVERE}, and stopped in the last 3 days, unless detox is finished (then row 3)."),
    ),
    "emergency_unreal_withdrawal": (
        (
            "Voices, seeing things or mania that is new or worse, and stopped or ran out, and "
            f"{NOT_OVER} or nobody says how much it was."
        ),
    ),
    "emergency_means": (
        f"Not sure to stay safe, and {AT_HAND}.",
        f"{THOUGHTS}, and an attempt in the last 3 months, and {AT_HAND}.",
        f"{THOUGHTS}, and a no to holding off or to calling someone, and {AT_HAND}.",
        f"Thoughts of suicide told by someone else, and {AT_HAND}.",
        (
            f"Thoughts of suicide, and {AT_HAND}, unless the person says yes both to holding off "
            "and to calling someone."
        ),
    ),
    "emergency_violence_means": (
        f"Thoughts of suicide, or a wish to be dead; {AT_HAND}; and violence by or against them.",
    ),
    "emergency_violence_self_harm": (
        (
            f"Self-harm in the last 3 months, no thoughts of dying, {AT_HAND}, and violence by or "
            "against them. Not for the one who is hurt, who can hold off and would call someone, "
            "with no attempt, ward or voices."
        ),
    ),
    "urgent_not_safe": ("Not sure to stay safe, or can't hold off from hurting themselves.",),
    "urgent_attempt": ("An attempt, or got ready for one, in the last 3 months.",),
    "urgent_suicidal_thoughts": ("Thoughts of suicide, with no plan.",),
    "urgent_unreal": ("Voices, seeing things or mania that is new or worse.",),
    "urgent_overdose": ("An overdose, or passed out on drugs or pills, in the last 30 days.",),
    "urgent_violence": ("Hurt, threatened or controlled by someone.",),
    "urgent_violence_to_you": ("Whoever answers is hurt by the other person, or afraid of it.",),
    "urgent_violence_by_teen": ("The same, and the other person is under 18.",),
    "urgent_harm_to_someone": ("Hurt someone close, or might.",),
    "urgent_fluids": ("Can't keep water down for a day.",),
    "urgent_watched": ("Can't be left alone, day or night, and that's new.",),
    "urgent_fainting": (f"Passed out, and an eating problem, or a pregnancy, or {NOT_OVER}.",),
    "urgent_fainting_use": (
        (
            "Passed out, and opioids (medicine for them, too), street pills, stimulants, GHB or "
            "something else."
        ),
        (
            "Passed out, and pills like Xanax prescribed every day, and alcohol, unless the last "
            "drink is over 30 days ago."
        ),
    ),
    "urgent_fainting_fall": ("Passed out, and a bad fall or a hit to the head.",),
    "urgent_pregnant_withdrawal": (
        f"Pregnant, and {NOT_OVER}, or pain pills ran out or were cut fast.",
    ),
    "urgent_pregnant_opioids": ("Pregnant, and opioids in the last 30 days, medicine or not.",),
    "urgent_pregnant_medicine": ("Pregnant, and medicine for opioid use ran out or was missed.",),
    "urgent_withdrawal": (
        (
            f"Any other reason for today but violence, and stopped or ran out, and {NOT_OVER}: an "
            "emergency room."
        ),
    ),
    "home_unsafe_violence_open": ("Home isn't safe, and the question on violence is open.",),
    "ward_worse_after_attempt": (
        (
            "Out of a psychiatric ward or ER in the last 30 days, and an earlier attempt, and "
            "worse every week or too low for work or people."
        ),
    ),
    "thoughts_and_history": (
        (
            f"{THOUGHTS}, and an earlier attempt, or out of a psychiatric ward or ER in "
            "the last 30 days."
        ),
    ),
    "thoughts_and_means": (f"{QUIET}, and {AT_HAND}.",),
    "thoughts_and_pain_pills": (f"{THOUGHTS}, and pain pills ran out.",),
    "thoughts_and_medicine": (f"{THOUGHTS}, and medicine for opioid use ran out or was missed.",),
    "thoughts_and_opioids": (f"{QUIET}, and opioids in the last 30 days.",),
    "thoughts_and_drinking": (
        f"{QUIET}, and daily alcohol or pills, and {NO_LINE}.",
        f"{QUIET}, and alcohol poisoning in the last 30 days.",
    ),
    "thoughts_and_daily_life": (f"{QUIET}, and daily things can't be done, even with help.",),
    "thoughts_not_safe_no_call": (
        (
            f"{THOUGHTS}, and not sure to stay safe, and no yes to calling someone: an "
            "emergency room now."
        ),
    ),
    "thoughts_means_open": (f"{QUIET}, and the question on a gun or pills is open.",),
    "thoughts_after_birth": (f"{QUIET}, and pregnant, or a birth in the last year.",),
    "thoughts_second_hand": (f"{QUIET}, told by someone else.",),
    "thoughts_without_protection": (
        (f"{QUIET}, unless the person says yes both to holding off and to calling someone."),
    ),
    "used_since_detox": (
        "Daily use since detox, unless the last drink or pill is over 30 days ago.",
    ),
    "withdrawal_risk": (
        (
            f"{SEVERE}, severe vomiting, very sick or shaky, or “only with day-and-night "
            f"care”, where no line below says more, and {NOT_OVER}."
        ),
    ),
    "severe_before_days_4_to_10": (
        f"{SEVERE}, and stopped 4 to 10 days ago: an emergency room today.",
    ),
    "severe_before_open": (
        f"{SEVERE}, stopped, and nobody says when: an emergency room today.",
        f"{SEVERE}, and nobody says if it was stopped: a doctor today.",
    ),
    "severe_before_pills": (
        (
            f"{SEVERE}, and prescribed pills like Xanax ran out or were cut fast, whenever "
            "the last drink was: an emergency room today."
        ),
    ),
    "severe_before_detox": (
        (
            f"{SEVERE}, detox finished, and the last drink at most 10 days ago, or nobody "
            "says when: the detox or an emergency room today."
        ),
    ),
    "severe_before_daily": (
        f"{SEVERE}, and every day, not stopped and not going slowly with a doctor.",
    ),
    "stopped_against_advice": (
        (
            "A doctor said “only with day-and-night care”, and stopped at most 10 days ago, or "
            "nobody says when, or prescribed pills ran out: an emergency room today."
        ),
    ),
    "ghb_stopped": (
        "GHB every day, stopped in the last 3 days or nobody says when: an emergency room now.",
    ),
    "stopped_amount_open": (
        f"Stopped alcohol or pills, and the question on every day is open, and {NO_LINE}.",
    ),
    "daily_use": (
        (
            "Four or more drinks on most days (three if over 65), or shaky until a drink, or pills "
            f"not as prescribed or GHB every day, or not sure; and {NO_LINE}."
        ),
    ),
    "pills_stopped": (
        (
            "Pills like Xanax, prescribed and taken every day, that ran out, stopped or were cut "
            "fast. Taken as prescribed, they are no reason."
        ),
    ),
    "needs_more_than_iop": (
        "Can't do daily things, even with help; or an IOP or day program isn't enough.",
    ),
    "doctor_health": ("A health problem that is new, worse or untreated.",),
    "doctor_fainting": (
        "Passed out.",
        (
            "Nearly fainted, and pregnant, a birth in the last year, an eating problem, "
            "stimulants, another or unknown drug, or opioids in the last 30 days."
        ),
    ),
    "doctor_eating": ("Eats too little, or throws up on purpose.",),
    "doctor_fall": ("A bad fall or a hit to the head.",),
    "doctor_pregnant_recent": ("Pregnant, and alcohol, pills or GHB in the last 10 days.",),
    "doctor_pregnant_use": ("Drank, used weed or took drugs while pregnant.",),
    "doctor_alcohol": ("Alcohol poisoning in the last 30 days.",),
    "doctor_pain_pills": ("Prescribed pain pills ran out or were cut fast.",),
    "doctor_after_birth": ("A birth in the last year, and worse every week.",),
}

WITHDRAWAL_IS_OVER = (
    "The last drink or pill is more than 30 days ago, or there was none in 12 months.",
    (
        "The last one is 11 to 30 days ago, and pills like Xanax (prescribed ones, too, unless "
        "they go on as before) and GHB are answered no."
    ),
    (
        "Detox is finished, nothing is used every day since, no pill or GHB was stopped besides, "
        "and the last drink or pill is 4 or more days ago. After a seizure or delirium in an "
        "earlier withdrawal: 11 or more days ago."
    ),
)
NEVER_OVER = (
    "It never is for prescribed pills like Xanax that ran out or were cut fast in the last two "
    "months. And an open answer ends nothing."
)


def letters(number: int) -> str:
    """The letters of a case: a to z, then za, zb and so on."""
    rounds, place = divmod(number, len(ascii_lowercase))
    return "z" * rounds + ascii_lowercase[place]
