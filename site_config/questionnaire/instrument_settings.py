"""Schema of NAME.yml: what a center says of its own questionnaire in NAME.fhir.json."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

Words = Annotated[str, Field(min_length=3, max_length=500)]
LinkId = Annotated[
    str, Field(min_length=1, description="Use a `linkId` of the FHIR file, in quotes")
]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True, populate_by_name=True)


class Band(_Strict):
    """A part of the range and what the instrument's authors call it."""

    first: int = Field(alias="from")
    last: int = Field(alias="to")
    name: Words


class Cutoff(_Strict):
    """From this total on a clinician looks closer, and who says so."""

    at: int
    source: Words


class Safety(_Strict):
    """Answers that open the panel with help at once, and which crisis lines it shows besides."""

    item: LinkId
    answers: Annotated[
        list[str | bool],
        Field(min_length=1, description="List codes of the FHIR file, or true or false"),
    ]
    opens: list[str] = Field(
        default=[], description="List ids of content/_data/crisis_lines.yml; 988 and 911 are there"
    )


class For(_Strict):
    """Whom the instrument was made for; shown beside the offer."""

    sex: Literal["female", "male", "any"] = "any"
    ages: Annotated[list[int], Field(min_length=2, max_length=2)] | None = None


class Code(_Strict):
    """A code of the total, such as a LOINC code."""

    system: Words
    code: Annotated[str, Field(min_length=1)]
    display: Words | None = None


class Settings(_Strict):
    """The whole of NAME.yml."""

    name: Annotated[str, Field(min_length=2, max_length=60)]
    rights: Words = Field(description="Say what allows this center to show it")
    granted_by: Words = Field(description="Say who granted the rights")
    source: Words
    range: Annotated[list[int], Field(min_length=2, max_length=2, description="Write [low, high]")]
    bands: Annotated[list[Band], Field(min_length=1)]
    cutoff: Cutoff
    safety: list[Safety] = Field(
        description="Name the items whose answers mean danger, or write `safety: []` "
        "when someone has looked and there is none"
    )
    made_for: For = Field(default=For(), alias="for")
    total_code: Code | None = None
    not_scored: list[LinkId] = []
    yes_no_scores: dict[LinkId, dict[Literal["yes", "no"], int]] = Field(
        default={}, description='Write "linkId": {yes: 1, no: 0}'
    )
    if_wrong: Literal["stop", "leave_out"] = "stop"
