"""``python -m critc``"""

from critc.cli import main

main(prog_name="critc")
