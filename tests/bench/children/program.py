"""The program from its start through unlocking, a live session and a report, as a person goes."""

import os
import resource
import sys
import time
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

from practice import cli, clock
from tests.bench.children.report import answer, since_start
def rss():
    return {l.split(':')[0]:int(l.split()[1]) for l in open('/proc/self/status') if l.startswith(('VmRSS','VmHWM'))}
def main(folder, passphrase, now):
    began=datetime.fromisoformat(now); m0=time.monotonic()
    from datetime import timedelta
    clock.use(lambda: began+timedelta(seconds=time.monotonic()-m0))
    from practice.ui import app
    from PySide6.QtCore import QTimer,Qt,QEvent
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QApplication
    from tests.bench.children.report import Painted
    from practice.vault.vault import Vault
    fig={}
    t={}
    real=Vault.unlock
    def unlock(self,*a):
        fig['before_kdf']=rss()
        r=real(self,*a); t['derived']=time.monotonic(); fig['kdf']=rss(); return r
    Vault.unlock=unlock
    class W(app.Shell):
        def begin(self,said=''):
            super().begin(said); Painted(self,self.shown_)
        def shown_(self):
            fig['shown']=since_start(); fig['m_shown']=rss()
            s=self.centralWidget(); s.passphrase.setText(passphrase); QTimer.singleShot(100,s.enter.click)
        def enter(self,*a):
            t['enter']=time.monotonic()
            super().enter(*a)
            t['entered']=time.monotonic()
            Painted(self,self.today)
        def today(self):
            fig['today_ms']=1000*(time.monotonic()-t['derived'])
            fig['enter_ms']=1000*(t['entered']-t['enter'])
            fig['m_today']=rss()
            QTimer.singleShot(300,self.live_)
        def live_(self):
            from practice.desk import schedule
            s=schedule.next_session(); fig['session']=str(s.starts)
            self.context.open_session.emit(s.id)
            QTimer.singleShot(300,self.start_)
        def start_(self):
            w=self.live._window; w.start.start()
            QTimer.singleShot(300,self.keys_)
        def keys_(self):
            w=self.live._window
            for k in 'PLXN':
                f=QApplication.focusWidget() or w
                QApplication.sendEvent(f,QKeyEvent(QEvent.Type.KeyPress,Qt.Key[f'Key_{k}'],Qt.KeyboardModifier.NoModifier,k.lower()))
                QApplication.processEvents()
            fig['m_live']=rss()
            QTimer.singleShot(300,self.report_)
        def report_(self):
            from practice.ui.context import Place
            from practice.desk import members
            m=members.members()[-1] if hasattr(members,'members') else None
            from practice.desk import roster, schedule
            s=schedule.next_session(); who=roster.on_day(s.group,s.starts.date())[0].member
            t['r']=time.monotonic()
            self.context.go.emit(Place.REPORTS,who)
            self.poll_()
        def poll_(self):
            from practice.ui.context import Place
            page=self.centralWidget().workspace.pages[Place.REPORTS]
            if not page.pane.pdf:
                QTimer.singleShot(5,self.poll_); return
            QApplication.processEvents()
            fig['report_shown_ms']=1000*(time.monotonic()-t['r']); fig['pdf']=len(page.pane.pdf); fig['pages']=page.pane.sheets.count
            fig['m_report']=rss()
            answer(**fig, mods=len(sys.modules))
    app.Shell=W
    sys.exit(cli.main(['--data',folder]))
main(*sys.argv[1:])
