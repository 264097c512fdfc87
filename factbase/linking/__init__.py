"""Whether a speaker of one article is a speaker of another: names, what else is known of both, and a choice.

Pure: the store asks it while it saves, `factbase speaker suggest` asks it about pairs.
"""

from factbase.linking.choice import LINK, SUGGEST, Candidate, choose
from factbase.linking.likelihood import Likelihood, compare
from factbase.linking.names import block
from factbase.linking.profile import Profile

__all__ = ["LINK", "SUGGEST", "Candidate", "Likelihood", "Profile", "block", "choose", "compare"]
