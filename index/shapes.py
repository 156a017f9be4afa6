"""What a word is, by itself and beside its neighbours, as named features: what the reader knows of a report's words.

`tag:N`, `tag<:V`, `tag>:E`   part of speech, of the word before, of the word after
`tags<:V N`, `tags>:N V`      two of them side by side: with the word before, with the word after
`=:là`, `<:là`, `>:là`        the word itself, the one before, the one after, where such words lead to answers
`mark<:,`, `mark>:(`          marks between it and the word before, and after
`begins:date`, `ends:date`, `in:date`   where a mention begins, ends, and what is inside one
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from index.mentions import Mention
from index.words import Word, known_syllables

# Words before an answer: they say what it is to the rest of the sentence.
_LEADING = frozenset(
    """là vì do bằng để như gồm ở tại vào từ bởi của được có cho với và hoặc khoảng hơn đến trong theo tên gọi một các
    những bị thành rằng năm thứ""".split()
)
_MARKS = {"“": '"', "”": '"', "'": '"', "–": "-", "—": "-"}
_KNOWN_MARKS = frozenset(',;:()"-|')


def shapes(
    text: str,
    words: Sequence[Word],
    syllables: Sequence[Sequence[str]],
    mentions: Sequence[Mention],
    function: frozenset[str],
) -> list[tuple[str, ...]]:
    """The features of each word of a sentence; `syllables` are the words' own, `function` the words that say little."""
    marks = _marks(text, words)
    said = [" ".join(one) for one in syllables]
    out: list[tuple[str, ...]] = []
    for i, (word, spelled) in enumerate(zip(words, syllables, strict=True)):
        features = ["any", f"tag:{word.tag}", *_form(text[word.start : word.end], spelled, function)]
        features += [f"mark<:{mark}" for mark in marks[i]] + [f"mark>:{mark}" for mark in marks[i + 1]]
        features += [f"=:{said[i]}"] if said[i] in _LEADING else []
        if i:
            features += [f"tag<:{words[i - 1].tag}", f"tags<:{words[i - 1].tag} {word.tag}"]
            features += [f"<:{said[i - 1]}"] if said[i - 1] in _LEADING else []
        else:
            features.append("first")
        if i + 1 < len(words):
            features += [f"tag>:{words[i + 1].tag}", f"tags>:{word.tag} {words[i + 1].tag}"]
            features += [f">:{said[i + 1]}"] if said[i + 1] in _LEADING else []
        else:
            features.append("last")
        out.append((*features, *_mentioned(word, mentions)))
    return out


def _form(typed: str, syllables: Sequence[str], function: frozenset[str]) -> list[str]:
    known = known_syllables()
    said = {
        "capital": typed[0].isupper(),
        "capitals": len(typed) > 1 and typed.isupper(),
        "digit": typed[0].isdigit(),
        "function": function.issuperset(syllables),
        "several": len(syllables) > 1,
        "foreign": not all(one in known or one in function for one in syllables),
    }
    return [name for name, holds in said.items() if holds]


def _marks(text: str, words: Sequence[Word]) -> list[list[str]]:
    """The marks before each word, and at the end those after the last one."""
    bounds = [0, *(end for word in words for end in word[:2]), len(text)]
    gaps = list(pairwise(bounds))[::2]
    return [sorted({_MARKS.get(c, c) for c in text[a:b]} & _KNOWN_MARKS) for a, b in gaps]


def _mentioned(word: Word, mentions: Sequence[Mention]) -> list[str]:
    out: set[str] = set()
    for mention in mentions:
        if mention.start < word.end and word.start < mention.end:
            out.add(f"in:{mention.kind}")
            out |= {f"begins:{mention.kind}"} if mention.start >= word.start else set()
            out |= {f"ends:{mention.kind}"} if mention.end <= word.end else set()
    return sorted(out)
