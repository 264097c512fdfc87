"""Enumerations that only the database knows; the others are in `factbase.document`."""

from enum import StrEnum


class OrganisationKind(StrEnum):
    STATE = "state"
    GOVERNMENT_BODY = "government_body"
    MILITARY = "military"
    PARTY = "party"
    CAMPAIGN = "campaign"
    COMPANY = "company"
    MEDIA = "media"
    NGO = "ngo"
    INTERGOVERNMENTAL = "intergovernmental"
    OTHER = "other"


class Subject(StrEnum):
    """What a judgement is about."""

    SPEAKER = "speaker"
    STATEMENT = "statement"
    STANCE = "stance"


class Decision(StrEnum):
    """What a person decided."""

    ACCEPT = "accept"
    REJECT = "reject"
    SET = "set"
    MERGE = "merge"
    SPLIT = "split"
    RENAME = "rename"
    ALIAS = "alias"


class Review(StrEnum):
    """What the standing judgements make of a statement."""

    ACCEPTED = "accepted"
    CORRECTED = "corrected"
    REJECTED = "rejected"
