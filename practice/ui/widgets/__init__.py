"""The parts pages are made of. Each is named to screen readers and changes with the theme.

Import from the module that holds the part (`from practice.ui.widgets.button import Button`), so
that a window loads only what it shows.
"""
