"""What no report should hold and some do, as long as it likes, for property tests of what is shown."""

from __future__ import annotations

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from index.records import Report
from tests.bot.samples import chaptered, report_of, table_of

# Drawing texts of such lengths takes as long as it takes on a busy machine.
unhurried = settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
# One draw may be long: repeated, what Hypothesis finds by chance becomes longer than any message.
sentences = st.builds(
    lambda text, times: (text or "x") * times,
    st.text(st.characters(codec="utf-8"), max_size=40),
    st.sampled_from([1, 7, 300]),
)


@st.composite
def reports(draw: st.DrawFn) -> Report:
    """A report of one paragraph, of one table, or of chapters."""
    said = draw(st.lists(sentences, min_size=1, max_size=6))
    title, heading = draw(sentences), draw(sentences)
    kind = draw(st.sampled_from(["paragraph", "table", "chapters"]))
    if kind != "chapters":
        return (report_of if kind == "paragraph" else table_of)(*said, title=title, section=(heading, "1. Thu"))
    return chaptered({heading: said, f"{heading} 2": said[:1]}, title)
