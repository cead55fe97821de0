#!/bin/sh
# Installs the Debian libraries, fonts and test tools that no Python wheel carries.
# Where it may not install, it prints the one line to run and exits 1. Elsewhere than Debian it only says what is needed.
set -eu

window="libegl1 libgl1 libxkbcommon0 libdbus-1-3 libfontconfig1 libglib2.0-0 libcups2"
display="libxkbcommon-x11-0 libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0"
fonts="fonts-inter fonts-noto-core fonts-droid-fallback fonts-nanum"
tests="dbus gnome-keyring strace"
needed="$window $display $fonts $tests"

if ! command -v dpkg-query >/dev/null 2>&1; then
    [ "$(uname)" = Linux ] && echo "Not Debian: please see that the equivalents of these are installed: $needed"
    exit 0
fi

missing=""
for package in $needed; do
    dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null | grep -qx installed || missing="$missing $package"
done
[ -z "$missing" ] && exit 0

install="apt-get update && apt-get install --yes --no-install-recommends$missing"
if [ "$(id -u)" = 0 ]; then
    echo "Installing:$missing"
    export DEBIAN_FRONTEND=noninteractive
    apt-get update -qq
    # shellcheck disable=SC2086  # a list of package names
    apt-get install -qq --yes --no-install-recommends $missing >/dev/null
elif command -v sudo >/dev/null 2>&1 && sudo -n true 2>/dev/null; then
    sudo sh -c "export DEBIAN_FRONTEND=noninteractive; $install"
else
    echo "Some system packages are missing. Run this once, then try again:"
    echo "    sudo sh -c '$install'"
    exit 1
fi
