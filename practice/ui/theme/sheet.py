"""The style sheet for Qt's own inputs, lists, menus and scroll bars.

Short on purpose: everything a person presses is painted by `practice.ui.widgets`, and text takes
its font and colour from `Text`. `.QPushButton`, with its dot, is only Qt's own, in Qt's dialogs.
A QFrame rule would also hit every QLabel, so there is none.
"""

from string import Template

from practice.ui.theme.tokens import RADIUS, SIZE, Colors

_SHEET = Template("""
QLineEdit, QPlainTextEdit, QComboBox, QAbstractSpinBox {
  background: $surface; color: $text; border: 1px solid $border_strong; border-radius: $control;
  padding: 1px 9px; selection-background-color: $accent; selection-color: $on_accent;
}
QLineEdit, QPlainTextEdit { placeholder-text-color: $muted; }
QLineEdit, QComboBox, QAbstractSpinBox { min-height: $inner; }
QPlainTextEdit { padding: 5px 5px; }
QLineEdit:hover, QPlainTextEdit:hover, QComboBox:hover { border-color: $text2; }
QLineEdit[wrong="true"], QPlainTextEdit[wrong="true"], QComboBox[wrong="true"] {
  border-color: $no_show;
}
QLineEdit:focus, QPlainTextEdit:focus, QComboBox:focus, QAbstractSpinBox:focus {
  border: 2px solid $accent; padding: 0 8px;
}
QPlainTextEdit:focus { padding: 4px 4px; }
QLineEdit:disabled, QPlainTextEdit:disabled, QComboBox:disabled {
  background: $hover; color: $muted; border-color: $border;
}
QComboBox { padding-left: 11px; }
QComboBox:focus { padding-left: 10px; }
QComboBox::drop-down { border: 0; width: 26px; }
QComboBox::down-arrow { image: none; }
QComboBox QAbstractItemView {
  background: $surface; border: 1px solid $border_strong; padding: 4px; outline: 0;
}
QComboBox QAbstractItemView::item { min-height: $row; padding: 0 6px; color: $text; }
QComboBox QAbstractItemView::item:selected { background: $selection; color: $text; }
.QPushButton {
  background: $surface; color: $text; border: 1px solid $border_strong; border-radius: $control;
  padding: 0 13px; min-height: $button;
}
.QPushButton:hover { background: $hover; }
.QPushButton:focus { border: 2px solid $accent; padding: 0 12px; }
QListView, QTreeView, QTableView {
  background: $surface; border: 1px solid $border; border-radius: $control; outline: 0;
  selection-background-color: $selection; selection-color: $text;
}
QListView:focus, QTreeView:focus, QTableView:focus { border: 2px solid $accent; }
QListView::item, QTreeView::item { min-height: $row; padding: 0 8px; }
QListView::item:hover, QTreeView::item:hover { background: $hover; }
QListView::item:selected, QTreeView::item:selected { background: $selection; color: $text; }
QHeaderView::section {
  background: $surface; color: $text2; padding: 6px 8px;
  border: 0; border-bottom: 1px solid $border;
}
QMenu { background: $surface; border: 1px solid $border_strong; padding: 4px; }
QMenu::item { padding: 6px 28px 6px 12px; border-radius: $key; min-height: $menu; }
QMenu::icon { padding-left: 8px; }
QMenu::item:selected { background: $selection; color: $text; }
QMenu::item:disabled { color: $muted; }
QMenu::separator { height: 1px; background: $border; margin: 4px 8px; }
QToolTip { background: $surface; color: $text; border: 1px solid $border_strong; padding: 4px 6px; }
QScrollArea, QScrollArea > QWidget > QWidget#body { background: transparent; border: 0; }
QAbstractScrollArea::corner { background: transparent; border: 0; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 2px; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 2px; }
QScrollBar::handle { background: $border_strong; border-radius: 4px; }
QScrollBar::handle:vertical { min-height: 28px; }
QScrollBar::handle:horizontal { min-width: 28px; }
QScrollBar::handle:hover { background: $text2; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QProgressBar {
  background: $border; border: 0; border-radius: 3px; max-height: 6px; text-align: center;
}
QProgressBar::chunk { background: $accent; border-radius: 3px; }
""")


def sheet(colors: Colors, scale: float) -> str:
    """The style sheet for one scheme at one text scale."""
    lengths = {
        "control": RADIUS.control,
        "key": RADIUS.key,
        "button": round(SIZE.control * scale) - 2,
        "inner": round(SIZE.control * scale) - 4,
        "row": round(SIZE.row_dense * scale),
        "menu": round(18 * scale),
    }
    return _SHEET.substitute(vars(colors), **{name: f"{n}px" for name, n in lengths.items()})
