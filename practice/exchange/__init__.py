"""In and out: lists of members from other programs, lists and calendars for them.

Office facts only.
"""
