"""The guard of the suite itself: an internet socket is stopped, a local one is not."""

import socket

import pytest


@pytest.mark.parametrize("family", [socket.AF_INET, socket.AF_INET6])
def test_an_internet_socket_is_stopped(family: socket.AddressFamily) -> None:
    with pytest.raises(AssertionError, match="internet"):
        socket.socket(family)


def test_a_local_socket_is_not() -> None:
    socket.socket(socket.AF_UNIX).close()
