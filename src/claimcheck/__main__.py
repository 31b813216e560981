"""`python -m claimcheck` is the same program as `claimcheck`."""

from claimcheck.cli import main

if __name__ == "__main__":
    main()
