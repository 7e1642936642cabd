"""Members: who stands at the counter, how they join, what they change, two becoming one."""

from app.services.members.enrolment import (
    Enrolment,
    NoConsent,
    PhoneTaken,
    ProfileChange,
    Welcome,
    change_profile,
    enrol,
    mend,
)
from app.services.members.finding import (
    CardIsBlocked,
    MemberHit,
    NotACard,
    find,
    identify,
)
from app.services.members.merging import (
    MembersMerged,
    MembersParted,
    NotMerged,
    SameMember,
    merge,
    unmerge,
)
from app.services.members.phones import BadPhone, Phone, read_phone
from app.services.members.previewing import Holding, MergePreview, preview_merge
from app.services.members.said import BadBirthday
from app.services.members.views import CardView, MemberView, mask, open_member

__all__ = [
    "BadBirthday",
    "BadPhone",
    "CardIsBlocked",
    "CardView",
    "Enrolment",
    "Holding",
    "MemberHit",
    "MemberView",
    "MembersMerged",
    "MembersParted",
    "MergePreview",
    "NoConsent",
    "NotACard",
    "NotMerged",
    "Phone",
    "PhoneTaken",
    "ProfileChange",
    "SameMember",
    "Welcome",
    "change_profile",
    "enrol",
    "find",
    "identify",
    "mask",
    "mend",
    "merge",
    "open_member",
    "preview_merge",
    "read_phone",
    "unmerge",
]
