"""Many runs: an experiment as data, its cases, the runner, the store, and what is drawn from them."""
