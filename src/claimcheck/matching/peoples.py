"""Of whom a sentence speaks: the populations it names, and those lent that these do not rule out."""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.documents.model import Sentence
from claimcheck.matching.lexicon import Lexicon
from claimcheck.matching.mentions import Reading
from claimcheck.matching.sections import one_sided
from claimcheck.matching.topics import Topics


def populations_of(sentence: Sentence, reading: Reading, topics: Topics, lexicon: Lexicon) -> tuple[str, ...]:
    """Populations named here, then the lent ones."""
    concepts = lexicon.concepts
    here = tuple(dict.fromkeys(s.id for s in reading.concepts if concepts[s.id].kind == "population"))
    lent = [p for p in topics.populations(sentence) if not _ruled_out(p, here, lexicon)]
    return (*one_sided(here, lexicon), *(p for p in lent if p not in here))


def _ruled_out(lent: str, here: Sequence[str], lexicon: Lexicon) -> bool:
    """Whether a population named here is of the lent one's sort and another: term babies are not preterm ones."""
    concepts = lexicon.concepts
    owner, wider = concepts[lent].owner, concepts[lent].broader
    others = (p for p in here if p != lent and p not in wider and lent not in concepts[p].broader)
    return any(concepts[p].owner == owner for p in others)
