"""Asking what stands in a layout leaves nothing behind that could end the program later."""

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from practice.ui.layouts import parts_in, widgets_in
from practice.ui.page import clear
from practice.ui.widgets.flow import FlowLayout
from tests.conventions import eye


def test_parts_come_in_the_order_of_the_layout_whatever_was_made_first(qtbot: QtBot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    column, row, flow = QVBoxLayout(holder), QHBoxLayout(), FlowLayout()
    late, early, inner, loose = (QPushButton(name, holder) for name in ("b", "a", "c", "d"))
    column.addWidget(early)
    column.addStretch()
    column.addLayout(row)
    column.addWidget(late)
    column.addLayout(flow)
    row.addWidget(inner)
    flow.addWidget(loose)
    assert parts_in(column) == [early, row, late, flow]
    assert widgets_in(column) == [early, late]
    assert widgets_in(row) == [inner]
    assert widgets_in(flow) == [loose]


def test_nothing_is_kept_on_record_of_what_a_layout_held(qtbot: QtBot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    column = QVBoxLayout(holder)
    column.addWidget(QPushButton("one"))
    column.addStretch()
    before = list(eye.items_on_record())
    parts_in(column)
    clear(column)
    assert list(eye.items_on_record()) == before
    column.addStretch()
    column.itemAt(0)
    assert list(eye.items_on_record()) != before, "the planted fault is seen"
    clear(column)
