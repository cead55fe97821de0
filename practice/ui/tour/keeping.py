"""Keeping it safe: settings, a backup, the kit, lock and restore."""

from practice import paths
from practice.desk import archiving, members
from practice.desk.practice import practice
from practice.reports import kit as kit_paper
from practice.ui import demo
from practice.ui.context import Place
from practice.ui.settings.backups import BackupPart
from practice.ui.settings.page import SettingsPage
from practice.ui.today.page import TodayPage
from practice.ui.tour.guide import (
    fill,
)
from practice.ui.tour.record import settle
from practice.ui.tour.steps import DAY, Tour
from practice.vault import device
from practice.vault.bundle import header_of, list_backups
from practice.vault.restore import restore
from practice.vault.vault import open_bundle


def settings(tour: Tour) -> None:
    page = tour.go(Place.SETTINGS, SettingsPage)
    tour.picture("settings")
    place = tour.home / "backups"
    place.mkdir()
    part = page.findChildren(BackupPart)[0]
    fill(part.form, place=str(place))
    part.save_button.click()
    part.back_up()
    settle()
    bundles = list_backups(place)
    tour.check("a backup was made and read back", len(bundles) == 1)
    tour.picture("settings-backup")


def recovery_kit(tour: Tour) -> None:
    kit = tour.context.vault.draft_kit(tour.context.unlocked)
    pdf = kit_paper.render(
        kit_paper.RecoveryKit(
            practice().name, tour.context.vault.header.vault_id[:8], DAY, tuple(kit.code.split("-"))
        )
    )
    (tour.record.place / "recovery-kit.pdf").write_bytes(pdf)
    tour.check("the kit has thirteen groups", len(kit.code.split("-")) == 13)


def lock_and_restore(tour: Tour) -> None:
    place = tour.home / "backups"
    archiving.archive(tour.member)
    tour.shell.lock()
    settle()
    tour.check("locked", tour.shell.context is None)
    tour.check("locking made another backup", len(list_backups(place)) == 2)
    tour.picture("locked")
    folder = paths.demo_folder()
    tour.shell.hold.let_go()
    bundle = min(list_backups(place), key=lambda b: b.manifest.sequence)
    keys = open_bundle(
        bundle, header_of(bundle).users[0].user.id, demo.passphrase(), device.demo_file(folder)
    )
    kept = restore(bundle, folder, keys)
    tour.check("the replaced folder is kept aside", kept is not None and kept.is_dir())
    tour.shell.hold.take()
    tour.shell.begin()
    tour.unlock()
    tour.check("the record is that of the backup", not members.member(tour.member).archived)
    tour.go(Place.TODAY, TodayPage)
    tour.picture("today-evening")
