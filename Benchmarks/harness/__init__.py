"""What `Benchmarks/run` and `Benchmarks/guard` are made of."""
