"""The account of rows: nothing may be lost silently, so in = out + each reason."""

from __future__ import annotations

from dataclasses import dataclass, field

from .errors import SozialraumError
from .messages import tr
from .numbers import format_number


@dataclass
class Balance:
    """Counts what became of every input row.

    `subject` names the rows in the user's words ("addresses"), `total` is their number, `outcomes` maps each outcome
    ("in the result", "without coordinates", ...) to its count, in the order of first mention.
    """

    subject: str
    total: int
    outcomes: dict[str, int] = field(default_factory=dict)

    def add(self, outcome: str, count: int) -> None:
        """Book `count` rows under `outcome`; an outcome with no row at all is not mentioned."""
        if count:
            self.outcomes[outcome] = self.outcomes.get(outcome, 0) + int(count)

    @property
    def unaccounted(self) -> int:
        """Rows that no outcome explains; anything but 0 is a fault of ours."""
        return self.total - sum(self.outcomes.values())

    def lines(self) -> list[str]:
        """Return the account, one line an outcome, for a log or report.

        Raises SozialraumError if the account does not add up.
        """
        if self.unaccounted:
            raise SozialraumError(
                tr("The balance of {subject} does not add up: {count} rows are unaccounted for.").format(
                    subject=self.subject, count=self.unaccounted
                )
            )
        head = tr("Balance of {subject}: {total} read").format(subject=self.subject, total=format_number(self.total))
        return [head, *(f"  {format_number(count)}  {outcome}" for outcome, count in self.outcomes.items())]
