"""Gives a Markdown document the look of the window: type scale, distances, tables, links."""

from PySide6.QtGui import (
    QBrush,
    QFont,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFrameFormat,
    QTextLength,
    QTextTable,
)

from practice.ui.theme import SPACE, Role, Type, theme

_KINDS = {1: Type.TITLE, 2: Type.STRONG, 3: Type.EMPHASIS}
_ABOVE = {1: 0, 2: SPACE.l, 3: SPACE.m}
_TWO_COLUMNS = (30, 70)
"""Per cent of the width: in a table of two the first names what the second tells about."""
_LINE_HEIGHT = 135
"""Per cent; a manual is read, so its lines stand further apart than a form's."""


def dress(document: QTextDocument) -> None:
    """Style everything in it for the theme in force; do it again when that changes."""
    document.setDefaultFont(theme().font(Type.BODY))
    document.setDocumentMargin(theme().px(SPACE.xl))
    document.setIndentWidth(theme().px(SPACE.l))
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    block = document.begin()
    while block.isValid():
        _dress_block(block)
        block = block.next()
    for frame in document.rootFrame().childFrames():
        if isinstance(frame, QTextTable):
            _dress_table(frame)
    cursor.endEditBlock()


def _dress_block(block: QTextBlock) -> None:
    kind = _KINDS.get(block.blockFormat().headingLevel(), Type.BODY)
    level = block.blockFormat().headingLevel()
    inside = QTextCursor(block)
    form = QTextBlockFormat()
    form.setLineHeight(_LINE_HEIGHT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    in_table = inside.currentTable() is not None
    form.setTopMargin(theme().px(_ABOVE.get(level, 0)))
    form.setBottomMargin(0 if in_table else theme().px(_below(block)))
    inside.mergeBlockFormat(form)
    for start, length, old in _pieces(block):
        inside.setPosition(start)
        inside.setPosition(start + length, QTextCursor.MoveMode.KeepAnchor)
        inside.setCharFormat(_letters(old, kind))


def _below(block: QTextBlock) -> int:
    return SPACE.xs if block.textList() else SPACE.s


def _pieces(block: QTextBlock) -> list[tuple[int, int, QTextCharFormat]]:
    """Each run of one format: start, length, format. Taken first, since styling splits runs."""
    found = []
    at = block.begin()
    while not at.atEnd():
        piece = at.fragment()
        found.append((piece.position(), piece.length(), piece.charFormat()))
        at += 1
    return found


def _letters(old: QTextCharFormat, kind: Type) -> QTextCharFormat:
    made = QTextCharFormat()
    font = theme().font(kind)
    strong = old.fontWeight() > QFont.Weight.Medium
    if strong and kind is Type.BODY:
        font.setWeight(QFont.Weight.DemiBold)
    font.setItalic(old.fontItalic())
    if old.fontFixedPitch():
        made.setBackground(QBrush(theme().color(Role.NEUTRAL_SOFT)))
        font.setWeight(QFont.Weight.DemiBold)
    made.setForeground(QBrush(theme().color(kind.value.role)))
    if old.isAnchor():
        made.setAnchor(True)
        made.setAnchorHref(old.anchorHref())
        made.setForeground(QBrush(theme().color(Role.ACCENT)))
        font.setUnderline(True)
    made.setFont(font)
    return made


def _dress_table(table: QTextTable) -> None:
    form = table.format()
    form.setCellPadding(theme().px(SPACE.xs) + 1)
    form.setCellSpacing(0)
    form.setBorder(1)
    form.setBorderCollapse(True)
    form.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
    form.setBorderBrush(QBrush(theme().color(Role.BORDER)))
    form.setTopMargin(theme().px(SPACE.xs))
    form.setBottomMargin(theme().px(SPACE.l))
    form.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
    form.setHeaderRowCount(1)
    if table.columns() == 2:
        parts = (QTextLength(QTextLength.Type.PercentageLength, part) for part in _TWO_COLUMNS)
        form.setColumnWidthConstraints(list(parts))
    table.setFormat(form)
    for column in range(table.columns()):
        cell = table.cellAt(0, column)
        head = cell.format()
        head.setBackground(QBrush(theme().color(Role.SUNKEN)))
        cell.setFormat(head)
