"""What every handler needs of the bot: who it is, what it answers from, what it remembers, whom it serves."""

from __future__ import annotations

from dataclasses import dataclass

from bot.abbreviations import LiveAbbreviations
from bot.access import Access
from bot.answering import Answering
from bot.callbacks import Signer
from bot.client import Client
from bot.conversation import Conversation
from bot.metrics import Metrics
from bot.remembering import Remembering
from bot.report_views import ReportViews
from bot.storage import Store
from bot.views import Views


@dataclass(frozen=True, slots=True)
class Quotas:
    """Questions an hour; 0 for no limit."""

    person: int = 60
    chat: int = 300


class Service:
    """Made once, at start."""

    def __init__(
        self,
        client: Client,
        answering: Answering,
        store: Store,
        metrics: Metrics,
        signer: Signer,
        access: Access,
        quotas: Quotas,
        abbreviations: LiveAbbreviations,
    ) -> None:
        self.client = client
        self.answering = answering
        self.store = store
        self.metrics = metrics
        self.signer = signer
        self.access = access
        self.quotas = quotas
        self.abbreviations = abbreviations
        self.views = Views(answering, signer)
        self.pages = ReportViews(answering, signer)
        self.conversation = Conversation(answering, store)
        self.remembering = Remembering(store, answering, metrics)
