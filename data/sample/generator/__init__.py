"""The modules of the sample generator; see ../generate.py."""
