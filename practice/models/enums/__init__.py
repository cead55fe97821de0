"""Every closed set in the files: an Enum with its words in one dictionary beside it, by subject."""
