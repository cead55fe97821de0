#!/bin/sh
# Takes the README's pictures anew from the tour. Usage: scripts/pictures.sh TOUR-OUT
set -eu
out=$1
mkdir -p docs/pictures
for name in today-light today-dark session-light session-dark session-other-name-light wrap-up-light report-light schedule-light outreach-light; do
    install -m 644 "$(ls "$out"/*-"$name".png | head -n 1)" "docs/pictures/$name.png"
done
