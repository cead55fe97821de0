"""A list of people comes in, in four steps: the file, its columns, a look at the rows, done."""
