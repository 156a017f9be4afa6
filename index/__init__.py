"""Finding the sentence of a report that answers a question. Knows nothing of chats.

    report file ─▶ readers ─▶ blocks ─▶ sentences, sections ─▶ passages ─▶ collection (fields) ─▶ bm25
                                                                                                    │
    question ─▶ glossary, spelling, accents, asks, constraints ─▶ query ─▶ retriever ─▶ passages ◀──┘
    passages ─▶ considered ─▶ reader ─▶ rank ─▶ sentences ─▶ marking, signs ─▶ answer: Answer or Abstention

`Library.load(paths).ask(question)` runs all of it. What flows is in `records`, what can go wrong in `errors`.
"""

from index.library import Library
from index.records import Abstention, Answer, Citation, cite

__all__ = ["Abstention", "Answer", "Citation", "Library", "cite"]
