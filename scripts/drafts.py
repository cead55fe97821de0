"""Write the manual's appendix of twenty drafts anew, after the wording or the demo has changed."""

from datetime import date

from practice.demo.drafts import chapter
from practice.demo.world import year
from practice.paths import resource

if __name__ == "__main__":
    appendix = resource("manual") / "drafts.md"
    appendix.write_text(chapter(year(date(2026, 1, 6))), encoding="utf-8")
