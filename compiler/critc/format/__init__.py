"""The one style of `.crit` files: how a file is written, whoever wrote it.

wrap verbatim text ─▶ print each declaration ─▶ put comments and blank lines back ─▶ prove it
"""

from critc.format.proof import UnfaithfulError
from critc.format.style import formatted

__all__ = ["UnfaithfulError", "formatted"]
