"""A window comes back where it was, and never off the screens there are."""

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRect, QSize

from practice.ui.geometry import fitted

LEFT, RIGHT = QRect(0, 0, 1366, 768), QRect(1366, 0, 1920, 1080)
STANDARD = QSize(1180, 760)


def test_a_window_that_fits_stays() -> None:
    was = QRect(1500, 100, 1000, 700)
    assert fitted(was, [LEFT, RIGHT], STANDARD) == was


def test_a_screen_that_is_gone_brings_it_to_the_first() -> None:
    assert LEFT.contains(fitted(QRect(1500, 100, 1000, 700), [LEFT], STANDARD))


def test_the_first_time_it_stands_in_the_middle() -> None:
    placed = fitted(None, [LEFT], STANDARD)
    assert (placed.size(), placed.center()) == (STANDARD, LEFT.center())


@given(
    st.builds(
        QRect,
        st.integers(-5000, 5000),
        st.integers(-5000, 5000),
        st.integers(1, 6000),
        st.integers(1, 6000),
    )
)
def test_it_is_always_wholly_on_a_screen(was: QRect) -> None:
    placed = fitted(was, [LEFT, RIGHT], STANDARD)
    assert LEFT.contains(placed) or RIGHT.contains(placed)
