"""Starting the app: where it listens, what it says, and the browser."""

import socket
import threading
import webbrowser
from pathlib import Path

import sim
from experiments.counted import counted


def serve(*, for_a_class=False, show=None, port, browser, say):
    """Answer until Ctrl-C. For a class, on the room's address as well."""
    try:
        from experiments.app.asked import Shelf
        from experiments.app.controls import left_out
        from experiments.app.crew import Crew
        from experiments.app.server import make_app, warm_up
        from experiments.app.told import Ended
    except ModuleNotFoundError as missing:
        raise sim.ScenarioError(
            f"The app needs {missing.name}, which is not installed: pip install 'famschool[app]' (in a checkout: "
            "pip install -e '.[app]')."
        ) from None
    if show is not None:
        _look_into(show, say)
    host = address_of_the_room() if for_a_class else "127.0.0.1"
    address = f"http://{host}:{port}"
    door = door_at(host if for_a_class else "127.0.0.1", port)
    crew = Crew()
    hosts = ("127.0.0.1", "localhost", host)
    app = make_app(hosts=hosts, for_a_class=for_a_class, show=show, address=address, crew=crew)
    sim.compile_once(say)
    warm_up()
    if for_a_class:
        crew.begin()
    for wrong in left_out(Shelf(for_a_class)):
        say(f"Left out: {wrong}")
    _say_where(address, for_a_class, say)
    if browser:
        threading.Timer(0.5, webbrowser.open, (address,)).start()
    try:
        Ended(app).run(sockets=[door])
    except KeyboardInterrupt:
        say("\nThe app has ended.")
        raise SystemExit(130) from None
    finally:
        crew.end()


def _look_into(show, say):
    """What is to be shown has to be there; a folder without results is opened all the same, for some may come."""
    from experiments.app.stored import LOOKED_FOR, results

    if not Path(show).is_dir():
        raise sim.ScenarioError(f"There is no folder '{show}' to show; results are written to ./results/.")
    found = len(results(show))
    say(
        f"What matters shows {counted(found, 'result')} of '{show}'."
        if found
        else f"'{show}' has nothing to show: {LOOKED_FOR}."
    )


def door_at(host, port):
    """The socket, taken before anything slow is done; the next free port is named where this one is taken."""
    # with its protocol named, or asyncio leaves small packets waiting for one another: 40 ms an answer
    door = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    door.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        door.bind((host, port))
    except OSError as error:
        raise sim.ScenarioError(
            f"Port {port} of {host} cannot be used ({error.strerror}). Another one: famschool app --port {port + 1}"
        ) from None
    return door


def address_of_the_room():
    """The address other machines in the room reach this one by. Nothing is sent."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("192.0.2.1", 9))  # a network for documentation: only the route is looked up
            return probe.getsockname()[0]
        except OSError:
            return "127.0.0.1"


def _say_where(address, for_a_class, say):
    if not for_a_class:
        return say(f"The app is at {address} (Ctrl-C ends it)")
    line = "═" * (len(address) + 8)
    say(f"\n  ╔{line}╗\n  ║    {address}    ║\n  ╚{line}╝\n")
    say(
        "Everybody in the room can open this address; the page for teachers has it as a picture to scan. Ctrl-C ends it."
    )
    return None
