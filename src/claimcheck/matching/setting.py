"""One sentence in its place on the page, as everyone who reads it is handed it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from claimcheck.documents.model import Block, Sentence
from claimcheck.matching.clauses import Layout
from claimcheck.matching.manner import Manner
from claimcheck.matching.mentions import Reading, Seen
from claimcheck.matching.toolkit import Toolkit
from claimcheck.matching.topics import Topics


class Setting(NamedTuple):
    """The sentence, what is seen in it, its look, what is in force where it stands, and the subjects it names."""

    tools: Toolkit
    topics: Topics
    block: Block
    sentence: Sentence
    reading: Reading
    layout: Layout
    manner: Manner
    named: Sequence[Seen]

    def acts(self, seen: Seen) -> bool:
        """Whether a mention names an intervention."""
        return self.tools.lexicon.concepts[seen.id].kind == "intervention"


def setting_of(
    tools: Toolkit, topics: Topics, block: Block, sentence: Sentence, reading: Reading, layout: Layout
) -> Setting:
    """The setting of a sentence, its manner and its subjects worked out."""
    manner = Manner(topics, block, sentence, reading, tools.rules)
    named = tools.subjects.named(sentence, reading, topics)
    return Setting(tools, topics, block, sentence, reading, layout, manner, named)
