"""Compile the model once: `python -m sim.warm`."""

from sim.core.compiled import is_compiled_already


def main():
    if not is_compiled_already():
        print("Compiling the model, once (about half a minute) …", flush=True)
    from sim.run import simulate_pair

    simulate_pair({"place": "us_preschool", "strategy": {}, "families": 20, "weeks": 1})


if __name__ == "__main__":
    main()
