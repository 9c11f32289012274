"""The diary in other programs' formats."""
