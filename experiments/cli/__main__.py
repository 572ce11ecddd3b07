"""python -m experiments.cli, the same as famschool."""

from experiments.cli import main

main()
