"""Who may open what: keys, people, the key file, the data folder, backup and checks.

What the vault promises:

* Nothing in the data folder can be read without a passphrase *and* this computer's device secret,
  or without the recovery code. Front desk has no key to clinical.db, whatever the program does.
* An edited, exchanged or damaged part is refused, in words that say what can be done; a file of a
  newer version is left as it is.
* Every file it writes is the old or the new one, whole, after a crash, a full disk or a power cut.
* A backup that stands under its name was read from beginning to end; restoring keeps what it
  replaces.
"""
