"""ChatMember objects as the Bot API gives them, by status and rights."""

from __future__ import annotations

from .errors import Json

_ADMINISTRATOR = (
    "can_manage_chat",
    "can_delete_messages",
    "can_manage_video_chats",
    "can_restrict_members",
    "can_promote_members",
    "can_change_info",
    "can_invite_users",
    "can_post_stories",
    "can_edit_stories",
    "can_delete_stories",
)
_GROUP_ADMINISTRATOR = ("can_pin_messages", "can_manage_topics", "can_manage_tags")
_CHANNEL_ADMINISTRATOR = ("can_post_messages", "can_edit_messages", "can_manage_direct_messages")
_RESTRICTED = (
    "can_send_messages",
    "can_send_audios",
    "can_send_documents",
    "can_send_photos",
    "can_send_videos",
    "can_send_video_notes",
    "can_send_voice_notes",
    "can_send_polls",
    "can_send_other_messages",
    "can_add_web_page_previews",
    "can_change_info",
    "can_invite_users",
    "can_pin_messages",
    "can_manage_topics",
    "can_edit_tag",
    "can_react_to_messages",
)
STATUSES = ("creator", "administrator", "member", "restricted", "left", "kicked")


def plain(user: Json, status: str) -> Json:
    """A ChatMember whose status says all."""
    return {"user": user, "status": status}


def chat_member(user: Json, status: str, kind: str, rights: dict[str, bool]) -> Json:
    """A ChatMember in a chat of this kind.

    An administrator has all rights but those named false; one who is restricted may do nothing but what is
    named true. Raises ValueError for a right or a status there is none of.
    """
    member = plain(user, status)
    names: tuple[str, ...] = ()
    if status == "administrator":
        names = _ADMINISTRATOR + (_CHANNEL_ADMINISTRATOR if kind == "channel" else _GROUP_ADMINISTRATOR)
        member |= {"can_be_edited": False, "is_anonymous": False, **dict.fromkeys(names, True)}
    elif status == "restricted":
        names = _RESTRICTED
        member |= {"is_member": True, "until_date": 0, **dict.fromkeys(names, False)}
    elif status == "creator":
        member["is_anonymous"] = False
    elif status == "kicked":
        member["until_date"] = 0
    elif status not in STATUSES:
        raise ValueError(f"status is {status!r}; it must be one of {', '.join(STATUSES)}")
    if unknown := rights.keys() - set(names):
        raise ValueError(f"{status} in a {kind} has no right {min(unknown)}")
    return member | rights
